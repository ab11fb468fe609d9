// An ES module that draws a chart, as SVG, as PNG with the fonts that come along, and as text.
import assert from "node:assert/strict";
import { lineChart, lineText } from "@rushlight/plot";
import { renderPng } from "@rushlight/plot/node";

const points = [3, 1.5, 0.9].map((y, x) => ({ x, y }));
const options = { title: "Loss", x: { title: "epoch" }, y: { title: "mse" }, series: [{ name: "training", points }] };
const chart = lineChart(options);
assert.match(await chart.toSvg(), /^<svg .*>Loss<\/text>/s);
const png = await renderPng(chart);
assert.equal(String.fromCharCode(...png.slice(1, 4)), "PNG");
assert.match(lineText(options), /^Loss\n/);
console.log(`a picture of ${png.length} bytes`);
