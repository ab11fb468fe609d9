import { type LineSeries, lineChart, type Point, scatterChart } from "@rushlight/plot";
import fc from "fast-check";
import { expect, test } from "vitest";
import { domainOf } from "../src/axes/domainOf.ts";
import { decimated } from "../src/series/decimated.ts";
import { decimatedBand } from "../src/series/decimatedBand.ts";
import { thinned } from "../src/series/thinned.ts";
import { drawn } from "./support/drawing.ts";

const x = { title: "x" };
const y = { title: "y" };
const COLOUR = "#0268cd";

function line(points: readonly Point[], more: Partial<LineSeries> = {}, yMore: object = {}): Promise<string> {
  return lineChart({ title: "A", x, y: { ...y, ...yMore }, series: [{ name: "s", points, ...more }] }).toSvg({
    theme: "light",
  });
}

const at = (...ys: number[]): Point[] => ys.map((value, i) => ({ x: i, y: value }));

/** The lines in the colour of the first series, as the numbers of their points, and how many dots there are. */
function marks(svg: string): { lines: number[]; dots: number } {
  const shapes = drawn(svg).filter(({ tag }) => tag === "path");
  const lines = shapes.filter(({ stroke, attributes }) => stroke === COLOUR && attributes.d !== "");
  const sizes = lines.map(({ attributes }) => attributes.d.split("L").length);
  return { lines: sizes, dots: shapes.filter(({ fill }) => fill === COLOUR).length };
}

test("points are joined in the order in which they are given", async () => {
  const circle = [0, 1, 2, 3, 4].map((i) => ({ x: Math.cos(i), y: Math.sin(i) }));
  expect(marks(await line(circle))).toEqual({ lines: [5], dots: 0 });
  const d = drawn(await line(circle)).find(({ stroke }) => stroke === COLOUR)?.attributes.d ?? "";
  const xs = d
    .slice(1)
    .split("L")
    .map((pair) => Number(pair.split(",")[0]));
  expect(xs.map((value, i) => Math.sign(value - (xs[i - 1] ?? value)))).toEqual([0, -1, -1, -1, 1]);
});

test("marks say whether there are lines, points or both", async () => {
  expect(marks(await line(at(1, 2, 3)))).toEqual({ lines: [3], dots: 0 });
  expect(marks(await line(at(1, 2, 3), { marks: "points" }))).toEqual({ lines: [], dots: 3 });
  expect(marks(await line(at(1, 2, 3), { marks: "both" }))).toEqual({ lines: [3], dots: 3 });
});

test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])(
  "%s leaves a gap, and the chart says so",
  async (value) => {
    const svg = await line(at(1, 2, value, 3, 4, 5));
    expect(marks(svg)).toEqual({ lines: [2, 3], dots: 0 });
    expect(svg).toContain(">1 point is left out: not finite</text>");
  },
);

test("what is not above 0 leaves a gap on a logarithmic axis alone", async () => {
  const values = at(1, 0.1, 0, -1, 0.01, 0.02);
  expect(marks(await line(values)).lines).toEqual([6]);
  const svg = await line(values, {}, { scale: "log" });
  expect(marks(svg).lines).toEqual([2, 2]);
  expect(svg).toContain(">2 points are left out: not finite, or not above 0 on a logarithmic axis</text>");
  expect(marks(await line(values, {}, { scale: "symlog" })).lines).toEqual([6]);
});

test("a point without neighbours is a dot", async () => {
  expect(marks(await line(at(1)))).toMatchObject({ dots: 1 });
  expect(marks(await line(at(1, Number.NaN, 2, 3)))).toMatchObject({ dots: 1 });
});

test.each([[[]], [at(Number.NaN)], [at(5, 5, 5)], [at(1e-320, 2e-320)], [at(-1e300, 1e300)]])(
  "a series of points %j is drawn with axes",
  async (points) => {
    const svg = await line(points);
    expect(svg).toContain(">y</text>");
    expect(svg.replace(/<desc.*<\/desc>/, "")).not.toMatch(/NaN|Infinity|undefined/);
  },
);

test("a dash is by the order of the series unless a series says otherwise", async () => {
  const dashes = async (...dashed: (boolean | undefined)[]): Promise<string[]> => {
    const series = dashed.map((one, i) => ({
      name: `s${i}`,
      points: at(1, i),
      ...(one === undefined ? {} : { dashed: one }),
    }));
    const svg = await lineChart({ title: "A", x, y, series }).toSvg({ theme: "light" });
    const shapes = drawn(svg).filter(
      ({ tag, attributes }) =>
        tag === "path" &&
        /^M[^L]*L[^LM]*$/.test(attributes.d ?? "") &&
        attributes["stroke-width"] === "2" &&
        !attributes.transform,
    );
    return shapes.map(({ attributes }) => attributes["stroke-dasharray"] ?? "").filter((_, i) => i < dashed.length);
  };
  // The first is drawn last.
  expect(await dashes(undefined, undefined, undefined)).toEqual(["2,2.5", "7,3", ""]);
  expect(await dashes(true, false)).toEqual(["", "7,3"]);
});

test("an axis covers all points and bands, from 0 if it is told, and ends where it is told", () => {
  expect(domainOf(y, [3, 5, 4])).toEqual([3, 5]);
  expect(domainOf({ ...y, zero: true }, [3, 5])).toEqual([0, 5]);
  expect(domainOf({ ...y, zero: true }, [-3, -5])).toEqual([-5, 0]);
  expect(domainOf({ ...y, from: 4 }, [3, 5])).toEqual([4, 5]);
  expect(domainOf({ ...y, from: 1, to: 2 }, [3, 5])).toEqual([1, 2]);
  expect(domainOf({ ...y, from: 10 }, [3, 5])).toEqual([10, 11]);
  expect(domainOf({ ...y, scale: "log" }, [0, -2, 8, 2, Number.NaN])).toEqual([2, 8]);
});

test("any axis has a start below its end, both of them numbers that have a place on it", () => {
  const end = fc.option(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { nil: undefined });
  fc.assert(
    fc.property(fc.array(fc.double()), end, end, fc.boolean(), (values, from, to, zero) => {
      fc.pre(from === undefined || to === undefined || from < to);
      const given = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
      const [low, high] = domainOf({ ...y, zero, ...given }, values);
      expect(low).toBeLessThan(high);
      if (from !== undefined) expect(low).toBe(from);
      if (to !== undefined) expect(high).toBe(to);
    }),
  );
});

test("of a long line few points are drawn, the ends, the highest and the lowest among them, in their order", () => {
  const points = fc.array(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), {
    minLength: 2001,
    maxLength: 30_000,
    size: "max",
  });
  fc.assert(
    fc.property(points, (values) => {
      const all = values.map((value, i) => ({ x: i, y: value }));
      const kept = decimated(all);
      expect(kept.length).toBeLessThanOrEqual(2000);
      expect(kept[0]).toBe(all[0]);
      expect(kept.at(-1)).toBe(all.at(-1));
      expect(kept.map((point) => point.x)).toEqual(kept.map((point) => point.x).sort((a, b) => a - b));
      const ys = kept.map((point) => point.y);
      expect(Math.max(...ys)).toBe(Math.max(...values));
      expect(Math.min(...ys)).toBe(Math.min(...values));
    }),
    { numRuns: 20 },
  );
});

test("a chart of 200,000 points is small", async () => {
  const points = Array.from({ length: 200_000 }, (_, i) => ({
    x: i,
    y: Math.sin(i / 2e4) + (i === 123_456 ? 9 : 0),
  }));
  const svg = await line(points);
  expect(svg.length).toBeLessThan(60_000);
  expect(marks(svg).lines[0]).toBeLessThanOrEqual(2000);
  const torn = points.map((point, i) => (i % 3 === 0 ? { ...point, y: Number.NaN } : point));
  expect((await line(torn)).length).toBeLessThan(200_000);
  const grouped = await scatterChart({ title: "A", x, y, points: [{ name: "s", points }] }).toSvg();
  expect(grouped.length).toBeLessThan(1_000_000);
});

test("of a long band few points are drawn, and nothing of the band is outside of them", () => {
  const band = Array.from({ length: 12_345 }, (_, i) => ({
    x: i,
    low: -Math.abs(Math.sin(i)),
    high: i === 777 ? 50 : 1,
  }));
  const kept = decimatedBand(band);
  expect(kept).toHaveLength(1000);
  expect([kept[0].x, kept[999].x]).toEqual([0, 12_344]);
  expect(Math.max(...kept.map(({ high }) => high))).toBe(50);
  expect(Math.min(...kept.map(({ low }) => low))).toBe(Math.min(...band.map(({ low }) => low)));
  expect(decimatedBand(band.slice(0, 1000))).toHaveLength(1000);
});

test("of many points that lie on each other one is drawn, and none that lies alone is lost", () => {
  const heap = Array.from({ length: 8000 }, (_, i) => ({ x: (i % 100) / 1e6, y: 0 }));
  const alone = [1, 2, 3].map((n) => ({ x: n, y: n }));
  const kept = thinned([...heap, ...alone]);
  expect(kept.length).toBeLessThan(20);
  for (const point of alone) expect(kept).toContain(point);
  expect(thinned(alone)).toBe(alone);
  const spread = Array.from({ length: 40_000 }, (_, i) => ({ x: i % 200, y: Math.floor(i / 200) }));
  expect(thinned(spread)).toHaveLength(5000);
});

test("a band has both its edges in the full colour of its series, and an area between them", async () => {
  const band = [0, 1, 2].map((n) => ({ x: n, low: n - 1, high: n + 1 }));
  const svg = await line(at(0, 1, 2), { band });
  expect(marks(svg).lines).toEqual([3, 3, 3]);
  const inside = drawn(svg).filter(
    ({ fill, attributes }) => fill === COLOUR && attributes["fill-opacity"] !== undefined,
  );
  // Three points along the lower edge, and three back along the upper one.
  expect(inside.map(({ attributes }) => attributes.d?.match(/[ML]/g)?.length)).toEqual([6]);
  const gap = band.map((one, i) => (i === 1 ? { ...one, high: Number.NaN } : one));
  expect(await line(at(0, 1, 2), { band: gap })).not.toMatch(/NaN/);
});

test("a chart with a diagonal has it on axes that go equally far", async () => {
  const points = [
    {
      name: "rows",
      points: [
        { x: 1, y: 2 },
        { x: 3, y: 9 },
      ],
    },
  ];
  const svg = await scatterChart({ title: "A", x, y, points, diagonal: true }).toSvg();
  const ticks = [...svg.matchAll(/>(\d+)<\/text>/g)].map(([, text]) => Number(text));
  expect(ticks.slice(0, ticks.length / 2)).toEqual(ticks.slice(ticks.length / 2));
  expect(svg).toContain(">y = x</text>");
  const diagonal = drawn(svg).find(({ attributes }) => attributes["stroke-dasharray"] === "5,4");
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = diagonal?.attributes.d?.match(/[-\d.]+/g)?.map(Number) ?? [];
  expect(x2).toBeGreaterThan(x1);
  expect(x2 - x1).toBeCloseTo(y1 - y2, 0);
});
