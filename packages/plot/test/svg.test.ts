import {
  barChart,
  Chart,
  confusionChart,
  histogramGrid,
  imageGrid,
  lineChart,
  scatterChart,
  weightGrid,
} from "@rushlight/plot";
import { ArgumentError, tensor, zeros } from "@rushlight/tensor";
import * as vega from "vega";
import { afterEach, describe, expect, test, vi } from "vitest";
import { hoist } from "../src/svg/hoist.ts";
import { picture } from "./support/pictures.ts";

const x = { title: "the x axis" };
const y = { title: "the y axis" };
const points = [1, 2, 3].map((n) => ({ x: n, y: n * n }));
const awkward = `<b>&"' > class="a" id="b" x="1.234" url(#c) $&$1`;

afterEach(() => {
  vi.restoreAllMocks();
});

test("a chart of lines has its title, the titles of its axes and the names of its series", async () => {
  const series = [
    { name: "training loss", points },
    { name: "test loss", points },
  ];
  const svg = await lineChart({ title: "Loss", subtitle: "of a run", x, y, series }).toSvg();
  for (const text of ["Loss", "of a run", "the x axis", "the y axis", "training loss", "test loss"]) {
    expect(svg).toContain(`>${text}</text>`);
  }
});

test.each<[string, Chart]>([
  ["lineChart", lineChart({ title: awkward, x, y, series: [awkward, "b"].map((name) => ({ name, points })) })],
  ["scatterChart", scatterChart({ title: awkward, x, y, points: [awkward, "b"].map((name) => ({ name, points })) })],
  ["imageGrid", imageGrid(tensor([[[0, 1]]]), { title: awkward, labels: [awkward] })],
  ["weightGrid", weightGrid(tensor([[[0, 1]]]), { title: awkward, labels: [awkward] })],
  [
    "confusionChart",
    confusionChart(
      tensor([
        [1, 2],
        [3, 4],
      ]),
      { title: awkward, classes: [awkward, "b"] },
    ),
  ],
  [
    "histogramGrid",
    histogramGrid({
      title: awkward,
      rows: [{ name: awkward, columns: { [awkward]: { from: 0, to: 1, counts: [1] } } }],
    }),
  ],
  ["barChart", barChart({ title: awkward, x, bars: [{ name: awkward, value: 1 }] })],
])("%s writes names as they are, whatever characters they have", async (_, chart) => {
  const svg = await chart.toSvg();
  expect(svg).not.toContain("<b>");
  const texts = [...svg.matchAll(/>([^<]*)<\/(?:text|title)>/g)].map(([, text]) => unescaped(text));
  expect(texts.filter((text) => text === awkward).length).toBeGreaterThanOrEqual(3);
  expect(unescaped(/<desc[^>]*>([^<]*)<\/desc>/.exec(svg)?.[1] ?? "")).toBe(chart.description);
});

function unescaped(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

test("what XML does not allow is in no part of a file, whatever the texts have", async () => {
  const title = `a\u0000b\u0001c\u001b[31md\uffffe ]]> \ud83df 🙂 \u202eשלום`;
  const svg = await lineChart({
    title,
    x: { title },
    y,
    series: [title, "b"].map((name) => ({ name, points })),
  }).toSvg();
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there.
  expect(svg).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u);
  expect(svg.match(/>abc\[31mde \]\]&gt; \ufffdf 🙂 \u202eשלום</g)).toHaveLength(4);
});

test("a chart is one image to screen readers, with a title and a description", async () => {
  const chart = lineChart({ title: "Loss", x, y, series: [{ name: "training", points }] });
  const svg = await chart.toSvg();
  const [, titleId, descriptionId] = /^<svg role="img" aria-labelledby="([\w-]+) ([\w-]+)"/.exec(svg) ?? [];
  expect(svg).toContain(`<title id="${titleId}">Loss</title>`);
  expect(svg).toContain(`<desc id="${descriptionId}">${chart.description}</desc>`);
  expect(svg.match(/role=/g)).toHaveLength(1);
});

test("charts that stand in one page share no id and no class, and every reference is to an id of its own chart", async () => {
  const cut = { ...x, from: 1.5 };
  const charts = ["A", "B"].map((title) => lineChart({ title, x: cut, y, series: [{ name: "s", points }] }));
  const weights = weightGrid(tensor([[[0, 1]]]), { title: "W" });
  const svgs = await Promise.all([...charts, weights].map((chart) => chart.toSvg()));
  const all = svgs.map((svg) => {
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
    const classes = new Set([...svg.matchAll(/ class="([^"]*)"/g)].map(([, name]) => name));
    const references = [...svg.matchAll(/url\(#([^)]*)\)/g)].map(([, id]) => id);
    expect(references.length).toBeGreaterThan(0);
    for (const id of references) expect(ids).toContain(id);
    for (const name of classes) expect(svg).toContain(`.${name}{`);
    expect(new Set(ids).size).toBe(ids.length);
    return [...ids, ...classes];
  });
  expect(new Set(all.flat()).size).toBe(all.flat().length);
});

test("the same chart gives the same text, also when others are drawn in between and at the same time", async () => {
  const chart = (): Chart => lineChart({ title: "A", x: { ...x, to: 2 }, y, series: [{ name: "s", points }] });
  const first = await chart().toSvg();
  await barChart({ title: "B", x, bars: [{ name: "b", value: 1 }] }).toSvg();
  expect(await Promise.all([chart().toSvg(), chart().toSvg()])).toEqual([first, first]);
});

test("what Vega measures text with is put back, also when a drawing fails", async () => {
  const metrics: unknown = Reflect.get(vega, "textMetrics");
  const width = (): unknown => Reflect.get(Object(metrics), "width");
  const before = width();
  expect(before).toBeTypeOf("function");
  vi.spyOn(vega.View.prototype, "toSVG").mockImplementationOnce(() => {
    expect(width()).not.toBe(before);
    return Promise.reject(new Error("no memory"));
  });
  const chart = lineChart({ title: "A", x, y, series: [{ name: "s", points }] });
  await expect(chart.toSvg()).rejects.toThrow("no memory");
  expect(width()).toBe(before);
  await Promise.all([chart.toSvg(), chart.toSvg()]);
  expect(width()).toBe(before);
});

test("nothing is printed while charts are drawn", async () => {
  const spies = (["log", "warn", "error", "info"] as const).map((name) => vi.spyOn(console, name));
  const log = { ...y, scale: "log" as const };
  await lineChart({ title: "A", x: log, y: log, series: [{ name: "s", points: [{ x: 0, y: -1 }] }] }).toSvg();
  await scatterChart({ title: "A", x, y, points: [{ name: "s", points: [] }], diagonal: true }).toSvg();
  for (const spy of spies) expect(spy).not.toHaveBeenCalled();
});

test("saying at a group what its shapes have in common changes no pixel", async () => {
  const shapes = [
    '<g><path d="M0,0h9v9h-9Z" fill="#ff0000" class="a"/><path d="M20,0h9v9h-9Z" fill="#ff0000" class="a"/></g>',
    '<g fill="#00ff00"><path d="M0,20h9v9h-9Z" fill="#0000ff"/><path d="M20,20h9v9h-9Z" fill="#0000ff"/></g>',
    '<g><line x2="30" y1="15" y2="15" stroke="#123456" stroke-width="3"/><line x2="30" y1="35" y2="35" stroke="#654321" stroke-width="3"/></g>',
  ].join("");
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><rect width="40" height="40" fill="#ffffff"/>${shapes}</svg>`;
  expect(hoist(svg)).toContain('<g class="a" fill="#ff0000"><path d="M0,0h9v9h-9Z"/>');
  expect(hoist(svg)).toContain('<g stroke-width="3"><line x2="30" y1="15" y2="15" stroke="#123456"/>');
  const [before, after] = await Promise.all(
    [svg, hoist(svg)].map((text) =>
      picture(new Chart({ title: "t", description: "d" }, () => Promise.resolve(text)), { scale: 1 }),
    ),
  );
  for (let row = 0; row < 40; row++)
    for (let column = 0; column < 40; column++) expect(after.at(column, row)).toBe(before.at(column, row));
});

test("an inlined image is the image itself: a file of PNG in the text", async () => {
  const svg = await imageGrid(zeros(2, 3, 3), { title: "Zeros" }).toSvg();
  expect(svg.match(/xlink:href="data:image\/png;base64,iVBORw0KGgo/g)).toHaveLength(2);
});

test("a drawing that differs in more than colours between themes is refused where both are wanted", async () => {
  const chart = new Chart({ title: "t", description: "d" }, ({ name }) => {
    return Promise.resolve(name === "light" ? "<svg><g/></svg>" : "<svg></svg>");
  });
  await expect(chart.toSvg()).rejects.toThrow(
    new ArgumentError("Chart: expected 3 tags in the dark as in the light, got 2"),
  );
  expect(await chart.toSvg({ theme: "dark" })).toContain("<title");
});

describe("toSvg refuses", () => {
  const chart = lineChart({ title: "A", x, y, series: [{ name: "s", points }] });
  test.each([
    [{ theme: "black" }, 'Chart.toSvg: expected a theme "light", "dark" or "auto", got "black"'],
    [{ themes: "dark" }, 'Chart.toSvg: expected options named theme, got "themes"'],
  ])("%j", async (options, message) => {
    await expect(chart.toSvg(options as object)).rejects.toThrow(new ArgumentError(message));
  });
});

describe("a chart of one's own refuses", () => {
  test.each<[unknown[], string]>([
    [[{ title: "", description: "d" }, () => ""], 'Chart: title: expected text, got ""'],
    [[{ title: "t" }, () => ""], "Chart: description: expected text, got undefined"],
    [[{ title: "t", description: "d" }, "<svg/>"], 'Chart: expected a function that draws, got "<svg/>"'],
  ])("%j", (values, message) => {
    const make = (): unknown => {
      const chart: unknown = Reflect.construct(Chart, values);
      return chart;
    };
    expect(make).toThrow(new ArgumentError(message));
  });
});
