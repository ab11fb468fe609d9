import { tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { LuaTensor } from "../src/fixtures/values.ts";
import type { OptimCase } from "../src/suites/optim/OptimCase.ts";
import type { Optimizer } from "../src/suites/optim/optimizers.ts";
import type { Problem } from "../src/suites/optim/problems.ts";
import { replaySearch } from "../src/suites/optim/replaySearch.ts";

const f64 = { dtype: "float64" } as const;
const problem: Problem = {
  begin: () => tensor([4, 0], f64),
  evaluate: (x) => [x.get(0) ** 2 + x.get(1) ** 2, x],
};

/** A search from 16 to 1, in three evaluations. */
const search: OptimCase = {
  method: "cmaes",
  problem: "bowl",
  config: new Map([["maxEval", 2]]),
  seed: 1,
  steps: 1,
  separateState: false,
  sensitivity: 0.5,
  xs: new LuaTensor("double", [2, 2], [4, 0, 0, 1]),
  fx: [[16, 9, 1, 1]],
  evals: [3],
  thirdReturn: [2],
};

/** A search that evaluates so often, and ends at [end, 0] after another value in between. */
const ending =
  (end: number, { evaluations = 3, second = 9, last = end * end } = {}): Optimizer =>
  (evaluate, x) => {
    for (let i = 0; i < evaluations; i++) evaluate(x);
    x.copy(tensor([end, 0], f64));
    return { losses: [16, second, last, last], third: evaluations - 1 };
  };

test("a search that magnifies rounding passes when it ends elsewhere, but about as low", () => {
  expect(replaySearch(search, problem, ending(-0.5))).toEqual([]);
  expect(replaySearch(search, problem, ending(3))).toEqual([]);
});

test("it fails when it gained less than a third, or differs in what does not depend on rounding", () => {
  expect(replaySearch(search, problem, ending(3.5))).toEqual(["the last value: expected 11 or less, got 12.25"]);
  expect(replaySearch(search, problem, ending(1, { second: 9.1 }))).toHaveLength(1);
  expect(replaySearch(search, problem, ending(1, { evaluations: 4 }))).toHaveLength(2);
  expect(replaySearch(search, problem, ending(1, { last: 0.9 }))).toHaveLength(1);
});

test("where the number of evaluations did not end it, that may differ by half", () => {
  const found = { ...search, config: new Map() };
  expect(replaySearch(found, problem, ending(1, { evaluations: 4 }))).toEqual([]);
  expect(replaySearch(found, problem, ending(1, { evaluations: 5 }))).toHaveLength(2);
});

test("a search that does not magnify rounding is compared point by point", () => {
  expect(replaySearch({ ...search, sensitivity: 1e-13 }, problem, ending(-1))).toHaveLength(1);
});
