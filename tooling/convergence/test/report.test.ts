import { SGD } from "@rushlight/optim";
import { expect, test } from "vitest";
import { method } from "../src/methods/Method.ts";
import { methods } from "../src/methods/methods.ts";
import { problemNames } from "../src/problems/Problem.ts";
import { rosenbrock } from "../src/problems/rosenbrock.ts";
import { cell } from "../src/report/cell.ts";
import { page } from "../src/report/page.ts";
import { type Section, section, sectionText } from "../src/report/Section.ts";

const row = method({
  name: "sgd, momentum",
  create: (x, config) => new SGD(x, config),
  usual: { momentum: 0.9 },
  tried: [0.9, 0.95].flatMap((momentum) => [0.01, 0.1].map((learningRate) => ({ learningRate, momentum }))),
  tuned: { rosenbrock: { learningRate: 0.1, momentum: 0.95 } },
});
const other = method({ name: "other", create: (x) => new SGD(x), usual: {}, tried: [], tuned: {} });

const lines: Section["lines"] = [
  {
    method: row,
    usual: { end: "limit", evaluations: 2000, lowest: 0.3123 },
    tuned: { end: "reached", evaluations: 77, lowest: 0 },
  },
  { method: other },
];
const drawn: Section = { problem: rosenbrock(), first: 24.2, lines };

test("a cell tells the number of evaluations, or why there is none", () => {
  expect(cell({ end: "reached", evaluations: 77, lowest: 1e-7 })).toBe("77");
  expect(cell({ end: "limit", evaluations: 2000, lowest: 0.3123 })).toBe("> 2000 (0.312)");
  expect(cell({ end: "stopped", evaluations: 60, lowest: 1234.5 })).toBe("> 60 (1230)");
  expect(cell({ end: "diverged", evaluations: 60, lowest: 0.1 })).toBe("diverged");
  expect(cell(undefined)).toBe("–");
});

test("the table has a row for each method, and a note below", () => {
  expect(sectionText(drawn)).toBe(
    [
      "Rosenbrock's function",
      "",
      "method                default  tuned",
      "sgd, momentum  > 2000 (0.312)     77",
      "other                       –      –",
      "",
      "Loss at the start 24.2, to reach 1e-6, at most 20000 evaluations.",
      "",
    ].join("\n"),
  );
});

test("the page has the tables with the tuned settings, and all settings that were tried", () => {
  const written = page([drawn], [row, other], "20.0.0");
  expect(written).toContain("Node 20.0.0");
  expect(written).toContain("| sgd, momentum | > 2000 (0.312) | 77 | learningRate: 0.1, momentum: 0.95 |");
  expect(written).toContain("| other | – | – | – |");
  expect(written).toContain("| sgd, momentum | momentum: 0.9 | learningRate: 0.01 or 0.1; momentum: 0.9 or 0.95 |");
});

test("a section measures each method with both settings, where it is meant for the problem", () => {
  const { first, lines } = section({ ...rosenbrock(), limit: 50 }, [row, other]);
  expect(first).toBeCloseTo(24.2, 12);
  expect(lines.map(({ method, usual, tuned }) => [method.name, usual?.end, tuned?.end])).toEqual([
    ["sgd, momentum", "limit", "diverged"],
    ["other", undefined, undefined],
  ]);
});

test.each(methods)("the tuned settings of $name are among those that were tried", ({ tried, tuned }) => {
  const texts = tried.map(({ text }) => text);
  expect(new Set(texts).size).toBe(texts.length);
  for (const problem of problemNames) {
    const setting = tuned[problem];
    if (setting !== undefined) expect(texts).toContain(setting.text);
  }
});
