import {
  ArgumentError,
  DTypeError,
  Generator,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import { CMAES, type CmaesConfig, type CmaesState, cmaes, NonFiniteLossError } from "../src/index.ts";
import { at, elements, ellipsoid, rosenbrock, sphere, throughText } from "./searches.ts";

const f64 = { dtype: "float64" } as const;
const seeded = (config: CmaesConfig, seed = 1): CmaesConfig => ({ ...config, generator: new Generator(seed) });
const start = () => tensor([-1.2, 1], f64);

test("it finds the minimum of Rosenbrock's valley, a bowl and an ellipsoid with axes 1 : 1000, from several seeds", () => {
  for (let seed = 1; seed <= 5; seed++) {
    const valley = start();
    expect(cmaes(rosenbrock, valley, seeded({ sigma: 0.5, ftarget: 1e-10 }, seed)).stop).toBe("ftarget");
    expect(elements(valley).every((value) => Math.abs(value - 1) < 1e-3)).toBe(true);
    const bowl = zeros([6], f64).fill(3);
    cmaes(sphere, bowl, seeded({ sigma: 1, ftarget: 1e-12 }, seed));
    expect(sphere(bowl)).toBeLessThanOrEqual(1e-12);
    const axes = zeros([5], f64).fill(1);
    expect(cmaes(ellipsoid, axes, seeded({ sigma: 1, ftarget: 1e-9, maxEval: 5000 }, seed)).stop).toBe("ftarget");
  }
});

test("losses are that of x, the lowest of each generation and the best, and x is where that was", () => {
  const x = start();
  const seen: number[] = [];
  const { losses, evaluations, stop, ...result } = cmaes(
    (x) => {
      seen.push(rosenbrock(x));
      return [seen[seen.length - 1], "anything"];
    },
    x,
    seeded({ sigma: 0.5, maxEval: 20, popsize: 6 }),
  );
  const generations = [0, 1, 2, 3].map((g) => Math.min(...seen.slice(1 + 6 * g, 7 + 6 * g)));
  expect(losses).toEqual([seen[0], ...generations, Math.min(...seen)]);
  expect(evaluations).toBe(25);
  expect(stop).toBe("maxEval");
  expect(result.x).toBe(x);
  expect(rosenbrock(x)).toBe(Math.min(...seen));
});

test("candidates come into x itself, and x is never worse than it was", () => {
  const x = zeros([3], f64);
  cmaes(
    (candidate) => {
      expect(candidate).toBe(x);
      return sphere(candidate);
    },
    x,
    seeded({ sigma: 5, maxEval: 14 }),
  );
  expect(elements(x)).toEqual([0, 0, 0]);
});

test("the same generator gives the same search, and without one numbers come from the default generator", () => {
  const [a, b, c] = [start(), start(), start()];
  cmaes(rosenbrock, a, seeded({ sigma: 0.5, maxEval: 60 }));
  cmaes(rosenbrock, b, seeded({ sigma: 0.5, maxEval: 60 }));
  cmaes(rosenbrock, c, { sigma: 0.5, maxEval: 60 });
  expect(elements(b)).toEqual(elements(a));
  expect(elements(c)).not.toEqual(elements(a));
});

test("parameters of any size, strided and float32, are searched like float64 vectors", () => {
  const matrix = zeros([2, 3], f64).fill(1);
  const strided = zeros([3, 2], f64).fill(1).t();
  const vector = zeros([6], f64).fill(1);
  const single = zeros([6]).fill(1);
  for (const x of [matrix, strided, vector])
    cmaes((x) => x.clone().pow(2).sum(), x, seeded({ sigma: 0.5, maxEval: 900 }));
  expect(elements(matrix)).toEqual(elements(vector));
  expect(elements(strided)).toEqual(elements(vector));
  const losses = cmaes((x) => x.dot(x), single, seeded({ sigma: 0.5, maxEval: 900 })).losses;
  expect(single.dtype).toBe("float32");
  expect(single.dot(single)).toBe(losses[losses.length - 1]);
  expect(losses[losses.length - 1]).toBeLessThan(1e-4);
  const one = tensor([5], f64);
  cmaes(sphere, one, seeded({ sigma: 1, ftarget: 1e-8 }));
  expect(Math.abs(one.get(0))).toBeLessThanOrEqual(1e-4);
});

test("it stops when losses no longer differ, when steps vanish and when the distribution is too long", () => {
  expect(cmaes(() => 7, start(), seeded({ sigma: 0.5 })).stop).toBe("spread");
  const cliff = (x: Tensor) => sphere(x) * 1e30;
  expect(cmaes(cliff, zeros([2], f64).fill(1e-9), seeded({ sigma: 1e-9 })).stop).toBe("step");
  const needle = (x: Tensor) => x.get(0) ** 2 + 1e20 * x.get(1) ** 2;
  expect(cmaes(needle, zeros([2], f64).fill(1), seeded({ sigma: 1, maxEval: 1e5 })).stop).toBe("condition");
});

test("minIterations come first, whatever the rules say", () => {
  const config = { sigma: 0.5, popsize: 4, ftarget: 1e9 };
  expect(cmaes(sphere, start(), seeded(config)).evaluations).toBe(5);
  expect(cmaes(sphere, start(), seeded({ ...config, minIterations: 3 })).evaluations).toBe(13);
});

test("a search in parts, saved and loaded as text in between, is the same as one without a break", () => {
  const whole = zeros([4], f64).fill(2);
  const { losses } = cmaes(ellipsoid, whole, seeded({ sigma: 0.7, maxEval: 400 }));
  const x = zeros([4], f64).fill(2);
  const config = { ...seeded({ sigma: 0.7, maxEval: 400 }), maxGenerations: 7 };
  let optimizer = new CMAES(x, config);
  const parts: number[] = [];
  for (let stop = "maxGenerations"; stop === "maxGenerations"; ) {
    const part = optimizer.step(ellipsoid);
    stop = part.stop;
    parts.push(...part.losses.slice(0, -1));
    optimizer = new CMAES(x, config).load(throughText(optimizer.state()));
  }
  expect([...parts, losses[losses.length - 1]]).toEqual(losses);
  expect(elements(x)).toEqual(elements(whole));
  expect(optimizer.step(ellipsoid)).toMatchObject({ evaluations: 0, stop: "maxEval" });
});

test("a state goes on with more evaluations, and without one a search begins anew", () => {
  const config = seeded({ sigma: 0.5, maxEval: 60, popsize: 6 });
  const state: CmaesState = {};
  const x = start();
  cmaes(rosenbrock, x, config, state);
  expect(cmaes(rosenbrock, x, { ...config, maxEval: 120 }, state).evaluations).toBe(60);
  expect(cmaes(rosenbrock, x, config).evaluations).toBe(61);
});

test("a loss of NaN or −∞, or an error, ends the search at the best point so far; it can go on", () => {
  for (const bad of [Number.NaN, -Infinity]) {
    const x = start();
    const losses: number[] = [];
    const watched = (x: Tensor) => {
      losses.push(rosenbrock(x));
      return losses[losses.length - 1];
    };
    const state: CmaesState = {};
    const config = seeded({ sigma: 0.5, maxEval: 60, popsize: 6 });
    const broken = at(10, () => bad, watched);
    expect(() => cmaes(broken, x, config, state)).toThrow(NonFiniteLossError);
    expect(rosenbrock(x)).toBe(Math.min(...losses));
    expect(state.evaluations).toBe(6);
    expect(cmaes(watched, x, config, state).stop).toBe("maxEval");
    expect(rosenbrock(x)).toBe(Math.min(...losses));
  }
  const x = start();
  const thrower = () => {
    throw new Error("no memory");
  };
  expect(() =>
    cmaes(
      at(3, thrower, (x) => 1 + sphere(x)),
      x,
      seeded({ sigma: 1e3 }),
    ),
  ).toThrow("no memory");
  expect(elements(x)).toEqual([-1.2, 1]);
  expect(() => cmaes(() => Number.NaN, x, seeded({ sigma: 1 }))).toThrow("got NaN at evaluation 1;");
  expect(elements(x)).toEqual([-1.2, 1]);
});

test("an infinite loss marks what is not allowed", () => {
  const x = tensor([3, 3], f64);
  const allowed = (x: Tensor) => (x.get(0) < 1 ? Infinity : sphere(x));
  cmaes(allowed, x, seeded({ sigma: 1, maxEval: 600 }));
  expect(x.get(0)).toBeGreaterThanOrEqual(1);
  expect(sphere(x)).toBeLessThan(1.01);
  const nowhere = tensor([1, 2], f64);
  const state: CmaesState = {};
  const { losses } = cmaes(() => Infinity, nowhere, seeded({ sigma: 1, maxEval: 12 }), state);
  expect(losses).toEqual([Infinity, Infinity, Infinity, Infinity]);
  expect(elements(nowhere)).toEqual([1, 2]);
  expect(state).not.toHaveProperty("bestLoss");
});

test("bad settings, parameters, states and evaluations are refused, and nothing changes", () => {
  const x = start();
  const refused: readonly (readonly [object, string])[] = [
    [{}, "expected a number above 0 as sigma, got undefined"],
    [{ sigma: 0 }, "expected a number above 0 as sigma, got 0"],
    [{ sigma: 1, popsize: 1 }, "expected a whole number from 2 up as popsize, got 1"],
    [{ sigma: 1, maxEval: 0.5 }, "as maxEval, got 0.5"],
    [{ sigma: 1, ftarget: Number.NaN }, "as ftarget, got NaN"],
    [{ sigma: 1, generator: {} }, "expected a Generator as generator, got an object"],
    [{ sigma: 1, verb_disp: 0 }, 'got "verb_disp"'],
  ];
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  for (const [config, message] of refused) {
    const settings: CmaesConfig = Object.assign({ sigma: 1 }, { sigma: undefined }, config);
    expect(() => cmaes(evaluate, x, settings)).toThrow(ArgumentError);
    expect(() => new CMAES(x, settings)).toThrow(message);
  }
  expect(() => cmaes(evaluate, zeros([2], { dtype: "int32" }), { sigma: 1 })).toThrow(DTypeError);
  expect(() => cmaes(evaluate, tensor([], f64), { sigma: 1 })).toThrow("expected at least one parameter, got none");
  expect(() => cmaes(evaluate, x, { sigma: 1 }, { generations: 1 })).toThrow("a state with evaluations");
  expect(() => cmaes(evaluate, x, { sigma: 1 }, { mean: zeros([3], f64) })).toThrow(ShapeError);
  expect(() => cmaes(evaluate, x, { sigma: 1 }, { mean: zeros(2) })).toThrow(
    "expected float64 [2] as mean in the state, got float32 [2]",
  );
  // @ts-expect-error: a tensor is no loss
  expect(() => cmaes(() => tensor([1]), x, { sigma: 1 })).toThrow("expected a loss or [loss, …]");
  const other = new CMAES(zeros([3], f64), seeded({ sigma: 1, maxEval: 7 }));
  other.step(sphere);
  const optimizer = new CMAES(x, { sigma: 1 });
  const before = optimizer.state();
  expect(() => optimizer.load(other.state())).toThrow(ShapeError);
  expect(optimizer.state()).toEqual(before);
  expect(elements(x)).toEqual([-1.2, 1]);
});

test("generations, and calls of one state, take no memory", () => {
  const x = zeros([10], f64).fill(1);
  const loss = () => x.dot(x);
  const optimizer = new CMAES(x, seeded({ sigma: 1, maxGenerations: 2 }));
  optimizer.step(loss);
  const before = storageAllocations();
  for (let part = 0; part < 5; part++) optimizer.step(loss);
  expect(storageAllocations()).toBe(before);
});
