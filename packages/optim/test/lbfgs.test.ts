import { ArgumentError, storageAllocations, type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  LBFGS,
  type LbfgsConfig,
  type LbfgsState,
  type LineSearch,
  lbfgs,
  lswolfe,
  NonFiniteLossError,
} from "../src/index.ts";
import { bowl, f64, near, rosenbrock, spoiled, start, throughText } from "./objectives.ts";

const searched: LbfgsConfig = { lineSearch: lswolfe, maxIter: 100, maxEval: 200, tolFun: 1e-10, tolX: 1e-14 };

test("with a line search it finds the minimum of Rosenbrock's function", () => {
  const x = start();
  const { losses, evaluations, x: same } = lbfgs(rosenbrock(), x, searched);
  expect(same).toBe(x);
  expect(losses[losses.length - 1]).toBeLessThan(1e-15);
  expect(evaluations).toBeLessThan(60);
  expect(losses.every((loss, i) => i === 0 || loss < losses[i - 1])).toBe(true);
});

test("the first step is along the gradient, as long as the rate or shorter", () => {
  const x = tensor([3, 4], f64);
  lbfgs(() => [1, tensor([0.1, 0.2], f64)], x, { maxIter: 1, learningRate: 0.5 });
  expect(x.get(0)).toBeCloseTo(2.95, 12);
  const y = tensor([3, 4], f64);
  lbfgs(() => [1, tensor([2, 6], f64)], y, { maxIter: 1 });
  expect(y.get(1)).toBeCloseTo(4 - 6 / 8, 12);
});

test("from the second iteration on the curvature is known: one dimension of a quadratic takes one more step", () => {
  const x = tensor([10], f64);
  const { losses, evaluations } = lbfgs(bowl(tensor([4], f64)), x);
  expect(losses).toHaveLength(3);
  expect(evaluations).toBe(3);
  expect(x.toArray()).toEqual([0]);
});

test("without a line search the last iteration does not evaluate where it arrives", () => {
  let calls = 0;
  const evaluate = rosenbrock();
  const counted = (x: Tensor): readonly [number, Tensor] => {
    calls += 1;
    return evaluate(x);
  };
  const { losses, evaluations } = lbfgs(counted, start(), { learningRate: 0.1, maxIter: 4 });
  expect([calls, evaluations, losses.length]).toEqual([4, 4, 4]);
});

test("calls of one iteration go the way of one call of many, as what is learned stays", () => {
  const settings = { learningRate: 0.1, tolFun: 0, tolX: 0 };
  const [x, y] = [start(), start()];
  const whole = lbfgs(rosenbrock(), x, { ...settings, maxIter: 12, maxEval: 100 });
  const losses: number[] = [];
  for (let call = 0; call < 12; call++) losses.push(...lbfgs(rosenbrock(), y, { ...settings, maxIter: 1 }).losses);
  expect(losses).toEqual(whole.losses);
  expect(y.toArray()).toEqual(x.toArray());
});

test("a call ends by each of its limits", () => {
  const end = (config: LbfgsConfig): number => lbfgs(rosenbrock(), start(), config, {}).evaluations;
  expect(end({ tolFun: 1e9 })).toBe(1);
  expect(end({ tolX: 1e9 })).toBe(1);
  expect(end({ learningRate: 0.1, maxIter: 100, maxEval: 7.5 })).toBe(8);
  expect(end({ learningRate: 0.1, maxIter: 6 })).toBe(6);
  expect(end({ learningRate: 1e-9, tolX: 1e-8 })).toBe(2);
});

test("a step that is no descent to speak of ends the call where it is, and the next call works", () => {
  const state: LbfgsState = {};
  const x = tensor([2e-5], f64);
  expect(lbfgs(bowl(tensor([1], f64)), x, {}, state).losses).toHaveLength(1);
  expect(x.toArray()).toEqual([2e-5]);
  x.fill(1);
  lbfgs(bowl(tensor([1], f64)), x, {}, state);
  expect(Math.abs(x.get(0))).toBeLessThan(1e-5);
});

test("the history has nCorrection steps, the last ones, in memory that is used again", () => {
  const state: LbfgsState = {};
  const x = start();
  const config = { learningRate: 0.05, maxIter: 1, nCorrection: 3 };
  const curved = bowl(tensor([1, 7], f64));
  for (let call = 0; call < 4; call++) lbfgs(curved, x, config, state);
  const rows = new Set(state.oldDirs);
  expect(rows.size).toBe(3);
  const [, second] = state.oldDirs?.map((row) => row.toArray()) ?? [];
  lbfgs(curved, x, config, state);
  expect(new Set(state.oldDirs)).toEqual(rows);
  expect(state.oldDirs?.[0].toArray()).toEqual(second);
  lbfgs(curved, x, { ...config, nCorrection: 1 }, state);
  expect(state.oldDirs).toHaveLength(1);
});

test("a run goes on from a state in text to the last bit", () => {
  for (const config of [
    { learningRate: 0.1, maxIter: 1, nCorrection: 4 },
    { lineSearch: lswolfe, maxIter: 2, nCorrection: 4 },
  ]) {
    const x = start();
    const optimizer = new LBFGS(x, config);
    for (let call = 0; call < 6; call++) optimizer.step(rosenbrock());
    const y = x.clone();
    const resumed = new LBFGS(y, config).load(throughText(optimizer.state()));
    for (let call = 0; call < 6; call++) {
      expect(resumed.step(rosenbrock()).losses).toEqual(optimizer.step(rosenbrock()).losses);
      expect(y.toArray()).toEqual(x.toArray());
    }
    expect(resumed.state()).toEqual(optimizer.state());
  }
});

test("a loss that is not finite says at which evaluation, with the parameters at the last good point", () => {
  for (const config of [searched, { learningRate: 0.1, maxIter: 20 }]) {
    const good = start();
    const { losses } = lbfgs(rosenbrock(), good, config, {});
    const x = start();
    const run = (): unknown =>
      lbfgs(
        spoiled(rosenbrock(), 9, ([, g]) => [Number.NaN, g] as const),
        x,
        config,
        {},
      );
    expect(run).toThrow(NonFiniteLossError);
    expect(losses).toContain(rosenbrock()(x)[0]);
    expect(rosenbrock()(x)[0]).toBeLessThan(24);
  }
  const first = (): unknown => lbfgs(() => [Infinity, zeros([2], f64)], start());
  expect(first).toThrow("lbfgs: expected a finite loss, got Infinity at evaluation 1");
});

test("after an error the state is as if the iteration had not begun: the next call goes on", () => {
  const stop = (): never => {
    throw new Error("no data");
  };
  for (const config of [searched, { learningRate: 0.1, maxIter: 20 }]) {
    for (const at of [2, 7]) {
      const state: LbfgsState = {};
      const x = start();
      expect(() => lbfgs(spoiled(rosenbrock(), at, stop), x, config, state)).toThrow("no data");
      const before = { ...state, pairs: state.oldDirs?.length ?? 0 };
      const loss = rosenbrock()(x)[0];
      const { losses } = lbfgs(rosenbrock(), x, { ...config, maxIter: 1 }, state);
      expect(losses[0]).toBe(loss);
      expect(state.nIter).toBe((before.nIter ?? 0) + 1);
      // Nothing is learned of a step that was not made.
      expect(state.oldDirs).toHaveLength(before.pairs);
      lbfgs(rosenbrock(), x, searched, state);
      expect(rosenbrock()(x)[0]).toBeLessThan(1e-15);
    }
  }
});

test("a gradient that does not match changes nothing", () => {
  const x = start();
  const state: LbfgsState = {};
  expect(() => lbfgs(() => [1, zeros([3], f64)], x, {}, state)).toThrow("size [2], got [3]");
  expect(() => lbfgs(() => [1, tensor([Number.NaN, 1], f64)], x, {}, state)).toThrow(ArgumentError);
  expect(x.toArray()).toEqual([-1.2, 1]);
  expect(state).toEqual({});
});

test("a line search of one's own is used, and held to what it promises", () => {
  const halving: LineSearch = (evaluate, x, t, d, f) => {
    const begin = x.clone();
    for (let evaluations = 1, step = t; ; evaluations++, step /= 2) {
      const [loss, g] = evaluate(x.copy(begin).add(step, d));
      if (loss < f) return { f: loss, g, x, t: step, evaluations };
    }
  };
  const x = start();
  const { losses } = lbfgs(rosenbrock(), x, { ...searched, lineSearch: halving });
  expect(losses[losses.length - 1]).toBeLessThan(1e-15);

  const found = { f: 1, g: zeros([2], f64), t: 1, evaluations: 1 };
  for (const [wrong, message] of [
    [{ f: Number.NaN }, "a finite loss, got NaN"],
    [{ g: zeros([3], f64) }, "gradient from the line search of the parameters' size [2], got [3]"],
    [{ t: Infinity }, "got Infinity and 1"],
    [{ evaluations: -1 }, "got 1 and -1"],
  ] as const) {
    const y = start();
    const lineSearch: LineSearch = (_evaluate, at, t, d) => ({ ...found, x: at.add(t, d), ...wrong });
    expect(() => lbfgs(rosenbrock(), y, { lineSearch })).toThrow(message);
    expect(y.toArray()).toEqual([-1.2, 1]);
  }
});

test("parameters of any size and layout, and in float32, are searched alike", () => {
  const curvatures = tensor(
    [
      [1, 5],
      [2, 9],
    ],
    f64,
  );
  const run = (x: Tensor, c: Tensor): number[] => lbfgs(bowl(c), x, searched).losses;
  const dense = run(zeros([2, 2], f64).fill(1), curvatures);
  const strided = zeros([3, 2], f64).fill(1).t().narrow(1, 1, 2);
  expect(run(strided, curvatures).slice(0, 5)).toEqual(dense.slice(0, 5).map((loss) => near(loss, 10)));
  expect(run(zeros([2, 2]).fill(1), zeros([2, 2]).copy(curvatures)).at(-1)).toBeLessThan(1e-8);
});

test("settings and states that make no sense are refused before anything is evaluated", () => {
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  const refused: readonly (readonly [object, string])[] = [
    [{ lineSearch: "lswolfe" }, 'a function as lineSearch, got "lswolfe"'],
    [{ lineSearch: lswolfe, lineSearchOptions: { c3: 1 } }, 'got "c3"'],
    [{ lineSearch: lswolfe, lineSearchOptions: { c1: 2 } }, "as c1, got 2"],
    [{ lineSearch: lswolfe, lineSearchOptions: 3 }, "an object as lineSearchOptions, got 3"],
    [{ lineSearchOptions: {} }, "a lineSearch for lineSearchOptions, got none"],
    [{ nCorrection: 0 }, "a whole number from 1 up as nCorrection, got 0"],
    [{ tolX: -1 }, "a number from 0 up as tolX, got -1"],
  ];
  for (const [config, message] of refused) {
    expect(() => lbfgs(evaluate, start(), config)).toThrow(ArgumentError);
    expect(() => lbfgs(evaluate, start(), config)).toThrow(message);
    expect(() => new LBFGS(start(), config)).toThrow(message);
  }
  expect(() => lbfgs(evaluate, start(), {}, { d: zeros([3], f64) })).toThrow(
    "a d in the state of the parameters' size",
  );
  expect(() => lbfgs(evaluate, start(), {}, { nIter: 3 })).toThrow("lbfgs: expected a state with funcEval");
  expect(() => lbfgs(evaluate, start(), {}, { oldDirs: [start()], oldStps: [] })).toThrow(
    "as many oldDirs as oldStps, got 1 and 0",
  );
});

test("when the history is full no memory is taken any more, with a line search or without", () => {
  for (const config of [
    { learningRate: 0.01, maxIter: 1, nCorrection: 3 },
    { lineSearch: lswolfe, maxIter: 1, nCorrection: 3, tolFun: 0, tolX: 0 },
  ]) {
    const x = start();
    const evaluate = rosenbrock();
    for (let call = 0; call < 6; call++) lbfgs(evaluate, x, config);
    const before = storageAllocations();
    for (let call = 0; call < 6; call++) lbfgs(evaluate, x, config);
    expect(storageAllocations()).toBe(before);
  }
});
