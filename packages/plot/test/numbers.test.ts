import { type AxisOptions, barChart, type Chart, histogramGrid, lineChart, lineText } from "@rushlight/plot";
import { describe, expect, test } from "vitest";
import { domainOf } from "../src/axes/domainOf.ts";
import { numberFormat } from "../src/axes/numberFormat.ts";
import { symlogTicks } from "../src/axes/symlogTicks.ts";
import { shortNumber } from "../src/series/describeCurve.ts";
import { interWidth } from "../src/svg/interWidths.ts";
import { drawn } from "./support/drawing.ts";

const x = { title: "x" };

async function texts(chart: Chart): Promise<string[]> {
  return drawn(await chart.toSvg()).map(({ text }) => text);
}

function line(ys: readonly number[], y: Partial<AxisOptions> = {}) {
  return {
    title: "A",
    x,
    y: { ...x, ...y },
    series: [{ name: "s", points: ys.map((value, i) => ({ x: i, y: value })) }],
  };
}

test("a number is written with all that is left of its point", () => {
  expect([0.5, 12, 1234, 123_456.7].map((magnitude) => numberFormat(magnitude, 4))).toEqual([
    ".4~g",
    ".4~g",
    ".4~g",
    ".6~g",
  ]);
  expect([1e-5, 1e6].map((magnitude) => numberFormat(magnitude, 4))).toEqual([".3~e", ".3~e"]);
  expect([0.123456, 54_321.9, -54_321.9, 1.23456e20].map(shortNumber)).toEqual([
    "0.1235",
    "54322",
    "-54322",
    "123500000000000000000",
  ]);
});

describe("an axis that is logarithmic away from 0", () => {
  test("has ticks at powers of ten on both sides, and as many as there is room for", () => {
    expect(symlogTicks([-1000, 1e4], 8)).toEqual([-1000, -100, -10, 0, 10, 100, 1000, 1e4]);
    expect(symlogTicks([-1e4, 1e5], 6)).toEqual([-1e4, -100, 0, 100, 1e4]);
    expect(symlogTicks([0, 1e3], 8)).toEqual([0, 10, 100, 1000]);
    expect(symlogTicks([20, 1e3], 8)).toEqual([100, 1000]);
    expect(symlogTicks([-3, 50], 8)).toBeUndefined();
  });

  test("is drawn with them, in text too", async () => {
    const chart = line([-1e4, -10, 0, 5, 1e5], { scale: "symlog" });
    expect(await texts(lineChart(chart))).toEqual(expect.arrayContaining(["−10,000", "−100", "0", "100", "10,000"]));
    expect(lineText(chart, { unicode: false })).toMatch(/^ +-100 \+/m);
  });
});

test("a logarithmic axis writes numbers far from 1 with an exponent, and leaves out what has no room", async () => {
  const drawnTexts = await texts(lineChart(line([1e-8, 1, 1e10], { scale: "log" })));
  expect(drawnTexts).toEqual(expect.arrayContaining(["1e-6", "1e-4", "0.01", "10000", "1e+6"]));
  expect(drawnTexts.filter((text) => /^\d+e?[+-]?\d*$/.test(text)).length).toBeLessThan(15);
});

test("an axis from 0 on which all is 0 starts there", () => {
  expect(domainOf({ ...x, zero: true }, [0, 0])).toEqual([0, 1]);
  expect(domainOf(x, [0, 0])).toEqual([-1, 1]);
});

describe("text", () => {
  test("writes numbers far from 1 with an exponent, but 0", () => {
    const points = [0, 1, 2].map((n) => ({ x: 1e12 * n, y: 1e-12 * n }));
    const text = lineText({ ...line([]), series: [{ name: "s", points }] }, { columns: 40, rows: 8, unicode: false });
    expect(text).toMatch(/^2e-12 \+/m);
    expect(text).toMatch(/^ {4}0 \+/m);
    expect(text).toMatch(/^ +0 +1e\+12 +2e\+12$/m);
  });

  test("has whole numbers below curves over whole numbers", () => {
    expect(lineText(line([3, 2, 1]), { columns: 80 })).toMatch(/^ +0 +1 +2$/m);
    expect(lineText(line([3]), { columns: 80 })).toMatch(/^ +−1 +0 +1$/m);
  });
});

describe("numbers of bars to the left", () => {
  test.each(["linear", "symlog"] as const)("lie on no name, on a %s axis", async (scale) => {
    const values = [-123_456.7, -5, 3e4];
    const bars = values.map((value, i) => ({ name: `name ${i}`, value }));
    const shapes = drawn(await barChart({ title: "A", x: { ...x, scale }, bars, width: 200 }).toSvg());
    const [number] = shapes.filter(({ text }) => text === "−123457");
    const [name] = shapes.filter(({ text }) => text === "name 0");
    expect(name?.anchor).toBe("end");
    expect(number?.anchor).toBe("end");
    expect((number?.x ?? 0) - interWidth("−123457", 12, false)).toBeGreaterThan(name?.x ?? 0);
  });
});

test("the smallest numbers that there are have an axis, and a histogram", async () => {
  const smallest = 5e-324;
  expect(await texts(lineChart(line([smallest, 0, 1e-310])))).toContain("A");
  const columns = { weights: { from: -smallest, to: 1e-310, counts: [1, 2] } };
  expect(await texts(histogramGrid({ title: "H", rows: [{ name: "layer", columns }] }))).toContain("layer");
});
