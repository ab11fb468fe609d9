import { barChart, type Chart, confusionChart, histogramGrid, imageGrid, lineChart, weightGrid } from "@rushlight/plot";
import { tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { shortName } from "../src/names/shortName.ts";
import { interWidth } from "../src/svg/interWidths.ts";
import { type Drawn, drawn } from "./support/drawing.ts";

const title = "What the network makes of all that it sees";
const subtitle = "a line that is much longer than the title above it, as such lines are";
const layer = "3 SpatialConvolution(16 → 32, 5x5)";
const histogram = { from: -1, to: 1, counts: [1, 2] };
const x = { title: "x" };

const charts: [string, Chart][] = [
  ["imageGrid", imageGrid(zeros(1, 28, 28), { title, zoom: 2 })],
  ["imageGrid with a subtitle", imageGrid(zeros(1, 28, 28), { title, subtitle, labels: [layer] })],
  ["weightGrid", weightGrid(zeros(1, 5, 5), { title, subtitle, legend: "how much it speaks for this digit" })],
  [
    "confusionChart",
    confusionChart(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      { title, subtitle, classes: [layer, "other"] },
    ),
  ],
  ["histogramGrid", histogramGrid({ title, subtitle, rows: [{ name: layer, columns: { weight: histogram } }] })],
  ["barChart", barChart({ title, subtitle, width: 80, x, bars: [{ name: layer, value: 1, error: 0.2 }] })],
  [
    "lineChart",
    lineChart({ title, subtitle, width: 80, x, y: x, series: [layer, title].map((name) => ({ name, points: [] })) }),
  ],
];

/** From where to where a text goes, in a font that is wider than Inter by a share. */
function extent({ text, x, anchor, size, bold }: Drawn, wider: number): [number, number] {
  const width = wider * interWidth(unescaped(text), size, bold);
  const left = anchor === "end" ? x - width : anchor === "middle" ? x - width / 2 : x;
  return [left, left + width];
}

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

describe("a drawing is as wide as its texts, in a font 15 % wider than Inter as well", () => {
  test.each(charts)("%s", async (_, chart) => {
    const svg = await chart.toSvg({ theme: "light" });
    const width = Number(/ width="([\d.]+)"/.exec(svg)?.[1]);
    const texts = drawn(svg).filter(({ tag, attributes }) => {
      return tag === "text" && !attributes.transform?.includes("rotate");
    });
    expect(texts.map(({ text }) => unescaped(text))).toContain(title);
    for (const text of texts) {
      const [left, right] = extent(text, 1.15);
      expect(left, text.text).toBeGreaterThanOrEqual(0);
      expect(right, text.text).toBeLessThanOrEqual(width);
    }
  });
});

test("a title and a subtitle that are longer than a chart is wide go on in further lines", async () => {
  const long = "word ".repeat(60).trim();
  const image = zeros(1, 28, 28);
  const chart = imageGrid(image, { title: long, subtitle: `${long}.` });
  const svg = await chart.toSvg({ theme: "light" });
  const [width = 0, height = 0] = / width="(\d+)" height="(\d+)"/.exec(svg)?.slice(1).map(Number) ?? [];
  expect(width).toBeLessThan(760);
  const [, lower] = / height="(\d+)"/.exec(await imageGrid(image, { title: "A", subtitle: "b" }).toSvg()) ?? [];
  expect(height).toBeGreaterThan(Number(lower) + 40);
  const lines = [...svg.matchAll(/<tspan[^>]*>([^<]*)<\/tspan>/g)].map(([, text]) => text);
  expect(lines.join(" ")).toBe(`${long} ${long}.`);
  expect(chart.title).toBe(long);
});

describe("names before rows", () => {
  const name = `${layer}, then ${"very ".repeat(20)}long`;
  const short = shortName(name);

  test("of more than 48 characters end with an ellipsis, and no character is torn", () => {
    expect(shortName(layer)).toBe(layer);
    expect([...short]).toHaveLength(48);
    expect(short).toMatch(/^3 SpatialConvolution.*…$/);
    expect(shortName("👩‍🔬".repeat(50))).toBe(`${"👩‍🔬".repeat(47)}…`);
    expect(shortName("👩‍🔬".repeat(48))).toBe("👩‍🔬".repeat(48));
  });

  test.each<[string, Chart]>([
    ["histogramGrid", histogramGrid({ title: "A", rows: [{ name, columns: { w: histogram } }] })],
    ["barChart", barChart({ title: "A", x, bars: [name, `${name} "b"`].map((one) => ({ name: one, value: 1 })) })],
    ["confusionChart", confusionChart(zeros(2, 2), { title: "A", classes: [name, "b"] })],
  ])("are written short by %s, and described in full", async (_, chart) => {
    const svg = await chart.toSvg({ theme: "light" });
    expect(drawn(svg).map(({ text }) => text)).toContain(short);
    expect(drawn(svg).map(({ text }) => text)).not.toContain(name);
    const [width] = /(?<= width=")\d+/.exec(svg) ?? [];
    expect(Number(width)).toBeLessThan(1000);
  });
});
