import { stripVTControlCharacters } from "node:util";
import {
  barText,
  confusionText,
  histogramText,
  imageGridText,
  imageText,
  lineText,
  scatterText,
  type TextOptions,
} from "@rushlight/plot";
import { rand, tensor, zeros } from "@rushlight/tensor";
import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";

const ESCAPE = String.fromCharCode(27);

const number = fc.oneof(fc.double(), fc.double({ min: -100, max: 100, noNaN: true }), fc.integer());
const finite = fc.double({ min: -1e12, max: 1e12, noNaN: true });
const name = fc.oneof(
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }),
  fc.constantFrom("数字の識別", "a\nb", "\u001b[31mred", "👩‍👩‍👧 family", "training"),
);
const points = fc.array(fc.record({ x: finite, y: number }), { maxLength: 40 });
const series = fc.uniqueArray(fc.record({ name, points }), { minLength: 1, maxLength: 9, selector: (one) => one.name });
const scale = fc.constantFrom("linear" as const, "log" as const, "symlog" as const);
const axis = fc.record({ title: name, scale });
const style = fc.record({
  columns: fc.integer({ min: 20, max: 130 }),
  colours: fc.boolean(),
  unicode: fc.boolean(),
  rows: fc.integer({ min: 3, max: 30 }),
});

/** What a terminal of so many columns would make of text: no line is longer, none moves the cursor, colours end where they should. */
function expectToFit(text: string, { columns = 80, colours = false }: TextOptions): void {
  for (const line of text.split("\n")) {
    expect(stringWidth(line), line).toBeLessThanOrEqual(columns);
    expect(colours ? stripVTControlCharacters(line) : line).not.toMatch(/\p{Cc}/u);
    const last = line.lastIndexOf(ESCAPE);
    if (last !== -1) expect(line.slice(last + 1)).toMatch(/^\[39(?:;49)?m/);
  }
}

describe("no line is longer than the terminal, whatever is drawn", () => {
  test("lines", () => {
    fc.assert(
      fc.property(name, axis, axis, series, style, (title, x, y, all, options) => {
        expectToFit(lineText({ title, x, y, series: all }, options), options);
      }),
    );
  });

  test("points and curves", () => {
    fc.assert(
      fc.property(name, axis, axis, series, style, (title, x, y, all, options) => {
        const [first, ...curves] = all;
        fc.pre(first !== undefined);
        expectToFit(scatterText({ title, x, y, points: [first], curves }, options), options);
      }),
    );
  });

  test("images and grids of them", () => {
    const size = fc.integer({ min: 1, max: 150 });
    const labels = fc.option(fc.array(name, { minLength: 3, maxLength: 3 }), { nil: undefined });
    fc.assert(
      fc.property(size, size, fc.constantFrom(1, 3), labels, style, (height, width, channels, names, options) => {
        const images = rand(3, channels, height, width);
        expectToFit(imageText(images.select(0, 0), options), options);
        const given = names === undefined ? {} : { labels: names, predictions: [...names].reverse() };
        expectToFit(imageGridText(images, { title: "A", ...given }, options), options);
      }),
      { numRuns: 40 },
    );
  });

  test("confusion matrices", () => {
    const counts = fc.array(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e9, noNaN: true })), {
      minLength: 400,
      maxLength: 400,
    });
    const names = fc.uniqueArray(name, { minLength: 20, maxLength: 20 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), counts, names, style, (n, values, classes, options) => {
        const matrix = tensor(values.slice(0, n * n), { dtype: "float64" }).view(n, n);
        expectToFit(confusionText(matrix, { title: "A", classes: classes.slice(0, n) }, options), options);
      }),
    );
  });

  test("histograms", () => {
    const counts = fc.array(fc.nat(), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(
        finite,
        finite,
        counts,
        fc.integer({ min: 40, max: 100 }),
        fc.boolean(),
        (a, b, all, columns, unicode) => {
          const histogram = { from: Math.min(a, b), to: Math.max(a, b), counts: all };
          const text = histogramText(histogram, { columns, unicode });
          expect(text).not.toContain("\n");
          expectToFit(text, { columns });
          expectToFit(histogramText(histogram, { columns: 8, ends: false }), { columns: 8 });
        },
      ),
    );
  });

  test("bars", () => {
    const bar = fc.record({ name, value: finite, error: fc.double({ min: 0, max: 1e9, noNaN: true }) });
    const bars = fc.uniqueArray(bar, { minLength: 1, maxLength: 12, selector: (one) => one.name });
    const format = fc.constantFrom({}, { format: ".1%" }, { from: -1, to: 1 });
    fc.assert(
      fc.property(name, bars, format, style, (title, all, more, options) => {
        expectToFit(barText({ title, x: { title, ...more }, bars: all }, options), options);
      }),
    );
  });
});

const x = { title: "epoch" };
const y = { title: "loss" };
const rising = [0, 1, 2, 3].map((n) => ({ x: n, y: n }));

test("without unicode, all is ASCII but the names", () => {
  const texts = [
    lineText(
      { title: "A", x, y, series: [{ name: "s", points: rising.map((p) => ({ x: p.x, y: -p.y })) }] },
      { unicode: false },
    ),
    imageText(rand(9, 9), { unicode: false }),
    imageGridText(rand(2, 3, 3), { title: "A", labels: [1, 2], predictions: [1, 1] }, { unicode: false }),
    confusionText(zeros(2, 2), { title: "A" }, { unicode: false }),
    histogramText({ from: -1, to: 1, counts: [0, 1, 2] }, { unicode: false }),
    barText({ title: "A", x, bars: [{ name: "a", value: -1, error: 2 }] }, { unicode: false }),
  ];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII.
  for (const text of texts) expect(text).toMatch(/^[\x00-\x7f]*$/);
});

test("a rising line rises: its highest row is on the right", () => {
  const text = lineText(
    { title: "A", x, y, series: [{ name: "s", points: rising }] },
    { columns: 30, rows: 4, unicode: false },
  );
  const rows = text.split("\n").filter((line) => line.includes("*"));
  const places = rows.map((row) => row.indexOf("*"));
  expect(rows).toHaveLength(4);
  expect(places).toEqual([...places].sort((a, b) => b - a));
  expect(text.split("\n").slice(0, 2)).toEqual(["A", "loss"]);
  expect(text).toContain("epoch");
});

test("several series have a legend, and characters of their own where there are no colours", () => {
  const all = ["first", "second"].map((one, i) => ({ name: one, points: rising.map((p) => ({ x: p.x, y: p.y + i })) }));
  const plain = lineText({ title: "A", x, y, series: all });
  expect(plain).toContain("• first   × second");
  expect(plain.split("•").length).toBeGreaterThan(7);
  expect(plain.split("×").length).toBeGreaterThan(7);
  const coloured = lineText({ title: "A", x, y, series: all }, { colours: true });
  expect(coloured).toContain("\u001b[38;5;33m⣿\u001b[39m first   \u001b[38;5;166m⣿\u001b[39m second");
  expect(lineText({ title: "A", x, y, series: all.slice(1) })).not.toContain("second");
});

test("numbers that have no place are told below, and leave a gap", () => {
  const points = rising.map((p) => (p.x === 1 ? { x: 1, y: Number.NaN } : p));
  expect(lineText({ title: "A", x, y, series: [{ name: "s", points }] })).toMatch(/\n1 point is left out: not finite$/);
});

test("an image has two rows of pixels in a line", () => {
  const image = tensor([
    [0, 1],
    [0, 1],
    [1, 1],
  ]);
  expect(imageText(image)).toBe(" @\n@@");
  expect(imageText(image.t().clone().t())).toBe(" @\n@@");
  expect(imageText(image, { range: [0, 10] })).toBe(" .\n..");
  expect(
    imageText(
      tensor([
        [1, 0],
        [0, 1],
      ]),
      { colours: true },
    ),
  ).toBe("\u001b[48;5;16;38;5;231m▀\u001b[48;5;231;38;5;16m▀\u001b[39;49m");
  expect(imageText(tensor([[[1]], [[0]], [[0]]]), { colours: true })).toBe("\u001b[49;38;5;196m▀\u001b[39;49m");
});

test("an image that is wider than the terminal is made smaller by whole pixels", () => {
  const image = zeros(4, 40);
  image.narrow(1, 20, 20).fill(1);
  expect(imageText(image, { columns: 20 })).toBe(`${" ".repeat(10)}${"@".repeat(10)}`);
});

test("predictions have a sign besides their colour", () => {
  const grid = imageGridText(rand(2, 4, 12), { title: "Digits", labels: [1, 2], predictions: [1, 7] });
  expect(grid).toContain("✓ 1           ✗ 7, not 2");
});

test("ten classes with five digits fit into 80 columns, and the diagonal is in another colour than the rest", () => {
  const matrix = zeros(10, 10).fill(12345);
  const text = confusionText(matrix, { title: "Many" }, { colours: true });
  expect(text.split("\n").filter((line) => line.includes("12345"))).toHaveLength(10);
  expect(text.split(`${ESCAPE}[38;5;33m`)).toHaveLength(11);
  expect(text.split(`${ESCAPE}[38;5;166m`)).toHaveLength(91);
});

test("a matrix without room becomes a list of its most frequent mistakes", () => {
  const matrix = zeros(30, 30);
  matrix.select(0, 3).narrow(0, 4, 1).fill(7);
  matrix.select(0, 5).narrow(0, 9, 1).fill(8);
  matrix.select(0, 6).narrow(0, 6, 1).fill(85);
  expect(confusionText(matrix, { title: "Many" }).split("\n")).toEqual([
    "Many",
    "85.0 % right, 85 of 100",
    "",
    "5 taken for 9, 8",
    "3 taken for 4, 7",
  ]);
  expect(confusionText(zeros(2, 2).fill(0), { title: "None" })).toContain("nothing counted");
});

test("a bin with anything in it can be seen beside one with a million", () => {
  expect(histogramText({ from: 0, to: 1, counts: [1_000_000, 1, 0] })).toBe("0 █▁  1");
  expect(histogramText({ from: 0, to: 1, counts: [0, 0] })).toBe("0    1");
  expect(histogramText({ from: 0, to: 4, counts: [1, 1, 1, 1, 0, 0, 2, 0] }, { columns: 8 })).toBe("0 ██ █ 4");
});

test("bars start at 0, to either side, and end where their numbers are", () => {
  const bars = [1, 0.5, -1].map((value) => ({ name: String(value), value }));
  const lines = barText({ title: "A", x, bars }, { columns: 25 }).split("\n").slice(2);
  expect(lines.map((line) => line.slice(0, 3).trim())).toEqual(["1", "0.5", "-1"]);
  expect(lines.map((line) => line.slice(-3).trim())).toEqual(["1", "0.5", "-1"]);
  const lengths = lines.map((line) => (line.match(/█/g) ?? []).length);
  expect(lengths[0]).toBe(2 * lengths[1]);
  expect(lengths[2]).toBe(lengths[0]);
  expect(lines[0].indexOf("█")).toBe(lines[1].indexOf("█"));
  expect(lines[2].lastIndexOf("█")).toBe(lines[0].indexOf("█") - 1);
});
