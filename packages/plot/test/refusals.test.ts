import * as plot from "@rushlight/plot";
import { ArgumentError, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { describe, expect, test } from "vitest";

const x = { title: "x" };
const y = { title: "y" };
const title = "A";
const points = [{ x: 0, y: 1 }];
const series = [{ name: "s", points }];
const nan = Number.NaN;

/** Calls a function as JavaScript does, with whatever there is. */
function called(make: (...args: never[]) => unknown, ...args: unknown[]): unknown {
  const result: unknown = Reflect.apply(make, undefined, args);
  return result;
}

type Case = [what: string, options: object, message: string];

function refuses(owner: string, make: (options: never) => unknown, cases: readonly Case[]): void {
  test.each(cases)(`${owner}: %s`, (_, options, message) => {
    expect(() => called(make, options)).toThrow(new ArgumentError(`${owner}: ${message}`));
  });
}

const axes: Case[] = [
  [
    "an option that does not exist",
    { title, x, y, series, colour: "red" },
    'expected options named title, subtitle, x, y, series, width, height, got "colour"',
  ],
  ["no title", { x, y, series }, "title: expected text, got undefined"],
  ["an empty subtitle", { title, subtitle: "", x, y, series }, 'subtitle: expected text, got ""'],
  ["an axis without a title", { title, x: {}, y, series }, "x: title: expected text, got undefined"],
  [
    "a scale that does not exist",
    { title, x, y: { ...y, scale: "sqrt" }, series },
    'y: expected a scale of linear, log, symlog, got "sqrt"',
  ],
  ["zero as a number", { title, x, y: { ...y, zero: 0 }, series }, "y: expected zero true or false, got 0"],
  [
    "an end that is not finite",
    { title, x: { ...x, to: nan }, y, series },
    "x: expected a finite number for to, got NaN",
  ],
  [
    "an end that a log axis lacks",
    { title, x: { ...x, scale: "log", from: 0 }, y, series },
    "x: expected a number above 0 for from, got 0",
  ],
  [
    "ends the wrong way round",
    { title, x: { ...x, from: 2, to: 1 }, y, series },
    "x: expected from below to, got 2 and 1",
  ],
  [
    "a format that is none",
    { title, x: { ...x, format: "%d items" }, y, series },
    'x: expected a format of d3-format such as ".2f", got "%d items"',
  ],
  ["no series", { title, x, y, series: [] }, "series: expected one at least, got an empty array"],
  ["series that are no array", { title, x, y, series: "s" }, 'series: expected an array, got "s"'],
  ["a series without a name", { title, x, y, series: [{ points }] }, "series 0: name: expected text, got undefined"],
  [
    "two series of one name",
    { title, x, y, series: [...series, ...series] },
    'series 1: expected a name of its own, got "s" as 0 has',
  ],
  [
    "marks that do not exist",
    { title, x, y, series: [{ name: "s", points, marks: "dots" }] },
    'series 0 ("s"): expected marks of line, points, both, got "dots"',
  ],
  [
    "dashed as text",
    { title, x, y, series: [{ name: "s", points, dashed: "yes" }] },
    'series 0 ("s"): expected dashed true or false, got "yes"',
  ],
  [
    "a point without y",
    { title, x, y, series: [...series, { name: "t", points: [...points, { x: 1 }] }] },
    'series 1 ("t"): point 1: expected a number y, got undefined',
  ],
  [
    "a point whose x is not finite",
    { title, x, y, series: [{ name: "s", points: [{ x: nan, y: 1 }] }] },
    'series 0 ("s"): point 0: expected a finite x, got NaN',
  ],
  [
    "a number as a point",
    { title, x, y, series: [{ name: "s", points: [3] }] },
    'series 0 ("s"): point 0: expected { x, y }, got 3',
  ],
  [
    "a band without an end",
    { title, x, y, series: [{ name: "s", points, band: [{ x: 0, low: 1 }] }] },
    'series 0 ("s"): band 0: expected a number high, got undefined',
  ],
  [
    "a width of nothing",
    { title, x, y, series, width: 0 },
    "width: expected a number of pixels from 20 to 10000, got 0",
  ],
];

refuses("lineChart", plot.lineChart, axes);
refuses("lineText", plot.lineText, axes);

const groups: Case[] = [
  [
    "groups with options that do not exist",
    { title, x, y, points: [{ name: "s", points, marks: "both" }] },
    'points 0: expected options named name, points, got "marks"',
  ],
  ["no groups", { title, x, y, points: [] }, "points: expected one at least, got an empty array"],
  [
    "a curve with the name of a group",
    { title, x, y, points: series, curves: series },
    'points and curves 1: expected a name of its own, got "s" as 0 has',
  ],
  [
    "a diagonal that is no choice",
    { title, x, y, points: series, diagonal: "yes" },
    'expected diagonal true or false, got "yes"',
  ],
  [
    "a point that is none",
    { title, x, y, points: [{ name: "s", points: [undefined] }] },
    'points 0 ("s"): point 0: expected { x, y }, got undefined',
  ],
];

refuses("scatterChart", plot.scatterChart, groups);
refuses("scatterText", plot.scatterText, groups);

const bar = { name: "a", value: 1 };
const bars: Case[] = [
  ["no bars", { title, x, bars: [] }, "bars: expected one at least, got an empty array"],
  [
    "a value that is not finite",
    { title, x, bars: [bar, { name: "b", value: nan }] },
    'bar 1 ("b"): expected a finite value, got NaN',
  ],
  [
    "an error below 0",
    { title, x, bars: [{ ...bar, error: -1 }] },
    'bar 0 ("a"): expected a finite error of 0 or more, got -1',
  ],
  ["two bars of one name", { title, x, bars: [bar, bar] }, 'bar 1: expected a name of its own, got "a" as 0 has'],
  [
    "an axis without a 0",
    { title, x: { ...x, scale: "log" }, bars: [bar] },
    'x: expected a scale with a 0, linear or symlog, got "log"',
  ],
];

refuses("barChart", plot.barChart, bars);
refuses("barText", plot.barText, bars);

const histogram = { from: 0, to: 1, counts: [1] };
const row = (one: object): object => ({ title, rows: [{ name: "r", columns: { weight: { ...histogram, ...one } } }] });

refuses("histogramGrid", plot.histogramGrid, [
  ["no rows", { title, rows: [] }, "rows: expected one at least, got an empty array"],
  [
    "rows without histograms",
    { title, rows: [{ name: "r", columns: {} }] },
    "expected a histogram, got rows without any",
  ],
  ["a row without columns", { title, rows: [{ name: "r" }] }, "row 0: expected columns, got undefined"],
  [
    "two rows of one name",
    { title, rows: [0, 1].map(() => ({ name: "r", columns: { w: histogram } })) },
    'row 1: expected a name of its own, got "r" as 0 has',
  ],
  [
    "ends the wrong way round",
    row({ from: 2 }),
    'row 0 ("r"), weight: expected finite ends, from not above to, got 2 and 1',
  ],
  ["no bins", row({ counts: [] }), 'row 0 ("r"), weight: expected counts, one at least, got an array'],
  ["a count below 0", row({ counts: [1, -1] }), 'row 0 ("r"), weight: expected counts of 0 or more, got -1 in bin 1'],
]);

describe("images are refused by name", () => {
  const images = zeros(2, 3, 4);
  const grid: [string, () => unknown, Error][] = [
    [
      "no tensor",
      () => called(plot.imageGrid, [1], { title }),
      new ArgumentError("imageGrid: images: expected a tensor, got an array"),
    ],
    [
      "two dimensions",
      () => plot.imageGrid(zeros(3, 4), { title }),
      new ShapeError("imageGrid: images: expected [N, H, W] or [N, 1, H, W] or [N, 3, H, W], got [3, 4]"),
    ],
    [
      "two channels",
      () => plot.imageGrid(zeros(1, 2, 3, 4), { title }),
      new ShapeError("imageGrid: images: expected [N, H, W] or [N, 1, H, W] or [N, 3, H, W], got [1, 2, 3, 4]"),
    ],
    [
      "too many",
      () => plot.imageGrid(zeros(1001, 1, 1), { title }),
      new ArgumentError("imageGrid: images: expected 1000 images at most, got 1001; images.narrow(0, 0, 100) has some"),
    ],
    [
      "NaN",
      () => plot.imageGrid(tensor([[[1]], [[nan]]]), { title }),
      new ArgumentError("imageGrid: images: expected finite numbers, got NaN in image 1"),
    ],
    [
      "labels of another count",
      () => plot.imageGrid(images, { title, labels: [1] }),
      new ArgumentError("imageGrid: labels: expected 2, got 1"),
    ],
    [
      "a tensor of labels of another size",
      () => plot.imageGrid(images, { title, predictions: zeros(3) }),
      new ShapeError("imageGrid: predictions: expected [2], got [3]"),
    ],
    [
      "labels that are none",
      () => called(plot.imageGrid, images, { title, labels: [1, {}] }),
      new ArgumentError("imageGrid: labels: expected a number or text for image 1, got an object"),
    ],
    [
      "half a column",
      () => plot.imageGrid(images, { title, columns: 0.5 }),
      new ArgumentError("imageGrid: columns: expected a whole number from 1, got 0.5"),
    ],
    [
      "a range the wrong way round",
      () => plot.imageGrid(images, { title, range: [1, 0] }),
      new ArgumentError("imageGrid: range: expected a range [low, high], got [1, 0]"),
    ],
    [
      "a number as a range",
      () => called(plot.imageGrid, images, { title, range: 1 }),
      new ArgumentError("imageGrid: range: expected a range [low, high], got 1"),
    ],
    [
      "a grid as one image",
      () => plot.imageText(zeros(1, 1, 2, 2)),
      new ShapeError("imageText: expected an image [H, W], [1, H, W] or [3, H, W], got [1, 1, 2, 2]"),
    ],
    [
      "weights that are not finite",
      () => plot.weightGrid(tensor([[[nan]]]), { title }),
      new ArgumentError("weightGrid: weights: expected finite numbers, got NaN in image 0"),
    ],
    [
      "weights of a matrix",
      () => plot.weightGrid(zeros(2, 2), { title }),
      new ShapeError("weightGrid: weights: expected [N, H, W] or [N, C, H, W], got [2, 2]"),
    ],
    [
      "a limit of 0",
      () => plot.weightGrid(images, { title, limit: 0 }),
      new ArgumentError("weightGrid: limit: expected a finite number above 0, got 0"),
    ],
    [
      "an empty legend",
      () => plot.weightGrid(images, { title, legend: "" }),
      new ArgumentError('weightGrid: legend: expected text, got ""'),
    ],
  ];
  test.each(grid)("%s", (_, make, error) => {
    expect(make).toThrow(error);
  });
});

describe.each([
  ["confusionChart", plot.confusionChart],
  ["confusionText", plot.confusionText],
] as const)("%s refuses", (owner, make) => {
  test.each<[string, object, object, Error]>([
    ["a matrix that is not square", zeros(2, 3), {}, new ShapeError(`${owner}: expected a matrix [C, C], got [2, 3]`)],
    ["a vector", zeros(4), {}, new ShapeError(`${owner}: expected a matrix [C, C], got [4]`)],
    ["no tensor", [[1]], {}, new ArgumentError(`${owner}: expected a tensor as the matrix, got an array`)],
    [
      "a count below 0",
      tensor([
        [1, 0],
        [-3, 1],
      ]),
      {},
      new ArgumentError(`${owner}: expected counts of 0 or more, got -3 in row 1, column 0`),
    ],
    ["too few names", zeros(2, 2), { classes: ["a"] }, new ArgumentError(`${owner}: expected 2 classes, got 1`)],
    [
      "names that are equal",
      zeros(2, 2),
      { classes: ["a", "a"] },
      new ArgumentError(`${owner}: class 1: expected a name of its own, got "a" as 0 has`),
    ],
  ])("%s", (_, matrix, options, error) => {
    expect(() => called(make, matrix, { title, ...options })).toThrow(error);
  });
});

describe("text refuses", () => {
  const chart = { title, x, y, series };
  test.each<[object, string]>([
    [{ columns: 10 }, "lineText: expected a whole number of columns from 20, got 10"],
    [{ columns: 80.5 }, "lineText: expected a whole number of columns from 20, got 80.5"],
    [{ rows: 2 }, "lineText: expected a whole number of rows from 3 to 200, got 2"],
    [{ colours: 256 }, "lineText: expected colours true or false, got 256"],
    [{ colors: true }, 'lineText: expected options named columns, colours, unicode, rows, got "colors"'],
  ])("%j", (options, message) => {
    expect(() => plot.lineText(chart, options)).toThrow(new ArgumentError(message));
  });

  test("a histogram without room for its bins", () => {
    const wide = { from: -123.4, to: 123.4, counts: [1] };
    expect(() => plot.histogramText(wide, { columns: 10 })).toThrow(
      new ArgumentError("histogramText: expected 14 columns, got 10"),
    );
    expect(() => called(plot.histogramText, wide, { ends: 1 })).toThrow(
      "histogramText: expected ends true or false, got 1",
    );
  });
});
