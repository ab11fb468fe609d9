import { CG, fista, LBFGS, lswolfe, SGD, type SgdConfig } from "@rushlight/optim";
import { Tensor, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import { measure } from "../src/measure/measure.ts";
import { tune } from "../src/measure/tune.ts";
import { method, type Search } from "../src/methods/Method.ts";
import type { Problem } from "../src/problems/Problem.ts";

/** ½x² from 1 that notes where it was evaluated. */
function bowl({ target = 1e-6, limit = 500 } = {}): Problem & { readonly seen: number[] } {
  const seen: number[] = [];
  const gradient = new Tensor([1], { dtype: "float64" });
  return {
    ...{ name: "quadratic", title: "A bowl", description: "½x² from 1", target, limit, seen },
    start: () => tensor([1], { dtype: "float64" }),
    evaluate(x) {
      seen.push(x.get(0));
      return [0.5 * x.get(0) ** 2, gradient.copy(x)];
    },
  };
}

const descent =
  (learningRate: number): Search =>
  (x) => {
    const optimizer = new SGD(x, { learningRate });
    return (evaluate) => optimizer.step(evaluate);
  };

test("the count is that of all evaluations, with the first at or below the target", () => {
  // The loss after k halvings is ½·4⁻ᵏ: 1/32 with the third evaluation.
  const problem = bowl({ target: 1 / 32 });
  expect(measure(problem, descent(0.5))).toEqual({ end: "reached", evaluations: 3, lowest: 1 / 32 });
  expect(problem.seen).toEqual([1, 0.5, 0.25]);
});

test("a start at the target needs one evaluation", () => {
  expect(measure(bowl({ target: 0.5 }), descent(0.5)).evaluations).toBe(1);
});

const searches: Readonly<Record<string, Search>> = {
  cg: (x) => {
    const optimizer = new CG(x);
    return (evaluate) => optimizer.step(evaluate);
  },
  "lbfgs with a line search": (x) => {
    const optimizer = new LBFGS(x, { lineSearch: lswolfe });
    return (evaluate) => optimizer.step(evaluate);
  },
  fista: (x) => (evaluate) =>
    fista(
      evaluate,
      () => 0,
      () => undefined,
      x,
    ),
};

test.each(Object.entries(searches))("evaluations inside a call of %s count, and end it", (_, search) => {
  const problem = bowl();
  let calls = 0;
  const outcome = measure(problem, (x) => {
    const step = search(x);
    return (evaluate) => {
      calls += 1;
      step(evaluate);
    };
  });
  expect(outcome.end).toBe("reached");
  expect(outcome.evaluations).toBe(problem.seen.length);
  expect(problem.seen.length).toBeGreaterThan(calls);
  const [last, ...before] = problem.seen.map((x) => 0.5 * x * x).reverse();
  expect(last).toBeLessThanOrEqual(problem.target);
  expect(Math.min(...before)).toBeGreaterThan(problem.target);
});

test("at the limit the lowest loss is told", () => {
  const problem = bowl({ limit: 10 });
  expect(measure(problem, descent(1e-9))).toMatchObject({ end: "limit", evaluations: 10 });
  expect(measure(problem, descent(0.5), 3)).toEqual({ end: "limit", evaluations: 3, lowest: 1 / 32 });
});

test("a method that no longer evaluates has stopped", () => {
  let calls = 0;
  const outcome = measure(bowl(), (x) => (evaluate) => {
    if (calls < 4) evaluate(x);
    calls += 1;
  });
  expect(outcome).toEqual({ end: "stopped", evaluations: 4, lowest: 0.5 });
});

test("a loss that is no number, and losses that stay above the first, are divergence", () => {
  // The error is multiplied by 1 − rate: it grows without bounds, or slowly.
  expect(measure(bowl({ limit: 5000 }), descent(3))).toMatchObject({ end: "diverged" });
  expect(measure(bowl(), descent(2.001))).toMatchObject({ end: "diverged", evaluations: 500 });
});

test("losses that are above the first for a while only are no divergence", () => {
  const values = [1, ...Array.from({ length: 350 }, () => 3), 0.5];
  let calls = 0;
  const outcome = measure(bowl({ limit: values.length }), (x) => (evaluate) => {
    evaluate(x.fill(values[calls++]));
  });
  expect(outcome).toEqual({ end: "limit", evaluations: 352, lowest: 0.125 });
});

test("other errors come through", () => {
  const search: Search = () => () => {
    throw new RangeError("of the method");
  };
  expect(() => measure(bowl(), search)).toThrow(RangeError);
});

test("tuning finds the settings that need the fewest evaluations, without trying on beyond that", () => {
  const { tried } = method<SgdConfig>({
    name: "sgd",
    create: (x, config) => new SGD(x, config),
    usual: {},
    tried: [0.5, 0.001, 0.75, 3].map((learningRate) => ({ learningRate })),
    tuned: {},
  });
  const problem = bowl();
  const alone = tried.map(({ search }) => measure(bowl(), search));
  const { setting, outcome } = tune(problem, { tried });
  expect(setting.text).toBe("learningRate: 0.75");
  expect(outcome).toEqual(alone[2]);
  expect(problem.seen.length).toBe(alone[0].evaluations * 2 - 1 + alone[2].evaluations * 2 - 1);
});

test("tuning prefers the lowest loss where none is low enough, and anything to divergence", () => {
  const settings = (rates: number[]) =>
    method<SgdConfig>({
      name: "sgd",
      create: (x, config) => new SGD(x, config),
      usual: {},
      tried: rates.map((learningRate) => ({ learningRate })),
      tuned: {},
    });
  const best = (rates: number[]): string => tune(bowl({ limit: 200 }), settings(rates)).setting.text;
  expect(best([0.001, 0.002, 0.0005])).toBe("learningRate: 0.002");
  expect(best([2.001, 1e-5, 2.001])).toBe("learningRate: 1e-5");
});
