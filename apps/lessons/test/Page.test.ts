import { lineChart, lineText } from "@rushlight/plot";
import { expect, test } from "vitest";
import type { Block } from "../src/lesson/Block.ts";
import { Page } from "../src/lesson/Page.ts";

function makePage(signal: AbortSignal = new AbortController().signal): { page: Page; told: Block[]; bars: string[] } {
  const told: Block[] = [];
  const bars: string[] = [];
  const page = new Page({
    lesson: "trial",
    seeds: [1, 2, 3],
    signal,
    progress: {
      start: (title, total) => bars.push(`${title} ${total}`),
      update() {},
      stop: () => bars.push("stop"),
    },
    text: { columns: 40, rows: 4 },
    write: (block) => told.push(block),
  });
  return { page, told, bars };
}

test("a figure is ok when it is printed as expected, to the last digit", () => {
  const { page } = makePage();
  page.exact("right", "0.5000", "0.5000");
  page.exact("wrong", "0.5001", "0.5000");
  page.exact("a number", 10, 10);
  expect(page.figures).toEqual([
    { lesson: "trial", figure: "right", expected: "0.5000", got: "0.5000", ok: true },
    { lesson: "trial", figure: "wrong", expected: "0.5000", got: "0.5001", ok: false },
    { lesson: "trial", figure: "a number", expected: "10", got: "10", ok: true },
  ]);
});

test("what is printed is shown, and then checked line by line", () => {
  const { page, told } = makePage();
  page.printed("net", "a {\n}", ["a {", "}"]);
  page.printed("net", "a {\n}", ["a {", " }"]);
  const figure = { lesson: "trial", figure: "net, printed", got: "a {\n}" };
  expect(told[0]).toEqual({ kind: "result", code: "net", text: "a {\n}" });
  expect(page.figures).toEqual([
    { ...figure, expected: "a {\n}", ok: true },
    { ...figure, expected: "a {\n }", ok: false },
  ]);
});

test.each([
  [0.35, { from: 0.35, to: 0.75 }, "0.35 to 0.75", "0.3500", true],
  [0.7501, { from: 0.35, to: 0.75 }, "0.35 to 0.75", "0.7501", false],
  [0.3, { to: 0.3 }, "at most 0.3", "0.3000", true],
  [0.31, { to: 0.3 }, "at most 0.3", "0.3100", false],
  [0.94, { from: 0.955 }, "at least 0.955", "0.9400", false],
  [2e-11, { to: 1e-10 }, "at most 1e-10", "2.0e-11", true],
  [0, { to: 1e-10 }, "at most 1e-10", "0", true],
  [Number.NaN, { to: 1 }, "at most 1", "NaN", false],
])("%s in %o: %s, got %s, %s", (got, range, expected, text, ok) => {
  const { page } = makePage();
  page.range("loss", got, range);
  expect(page.figures).toEqual([{ lesson: "trial", figure: "loss", expected, got: text, ok }]);
});

test("all that is written is told as it comes, prose in one line", async () => {
  const { page, told } = makePage();
  page.heading("A heading");
  page.say(`Some
    prose.`);
  page.show("1 + 1", 2);
  page.code("export const RATE = 0.5;\n\nfunction half(x: number) {\n  return x * RATE;\n}\n", "RATE", "half");
  const curve = {
    title: "Loss",
    x: { title: "step" },
    y: { title: "loss" },
    series: [
      {
        name: "loss",
        points: [
          { x: 0, y: 1 },
          { x: 1, y: 0.5 },
        ],
      },
    ],
  };
  await page.lines("loss", "The loss.", curve);
  expect(told).toEqual([
    { kind: "heading", text: "A heading" },
    { kind: "prose", text: "Some prose." },
    { kind: "result", code: "1 + 1", text: "2" },
    { kind: "code", text: "const RATE = 0.5;\n\nfunction half(x: number) {\n  return x * RATE;\n}" },
    {
      kind: "chart",
      file: "trial-loss.svg",
      caption: "The loss.",
      svg: await lineChart(curve).toSvg(),
      text: lineText(curve, { columns: 40, rows: 4 }),
    },
  ]);
  expect(page.blocks).toEqual(told);
});

test("steps count from 0, and a bar goes along", async () => {
  const { page, bars } = makePage();
  const seen: number[] = [];
  for await (const step of page.steps("training", 3)) seen.push(step);
  expect(seen).toEqual([0, 1, 2]);
  expect(bars).toEqual(["training 3", "stop"]);
});

test("an interrupted training ends at its next step, and takes its bar away", async () => {
  const controller = new AbortController();
  const { page, bars } = makePage(controller.signal);
  let steps = 0;
  const training = async (): Promise<void> => {
    for await (const step of page.steps("training", 1000)) {
      steps++;
      if (step === 4) controller.abort();
    }
  };
  await expect(training()).rejects.toThrow("aborted");
  expect(steps).toBe(5);
  expect(bars).toEqual(["training 1000", "stop"]);
});
