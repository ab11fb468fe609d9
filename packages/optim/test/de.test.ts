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
import { DE, type DeConfig, type DeState, de, NonFiniteLossError } from "../src/index.ts";
import { at, elements, rosenbrock, sphere, throughText } from "./searches.ts";

const f64 = { dtype: "float64" } as const;
const settings = { maxFEs: 400, scaleFactor: 0.6, crossoverRate: 0.8, popsize: 10 };

test("it finds the minimum of Rosenbrock's valley and of a bowl, from several seeds and by either rule", () => {
  for (let seed = 1; seed <= 5; seed++) {
    for (const asPublished of [false, true]) {
      const config = { ...settings, maxFEs: 6000, popsize: 20, asPublished };
      const valley = zeros([2], f64);
      expect(de(rosenbrock, valley, { ...config, generator: new Generator(seed) }).bestLoss).toBeLessThan(1e-6);
      expect(elements(valley).every((value) => Math.abs(value - 1) < 1e-2)).toBe(true);
      const bowl = zeros([4], f64);
      de(sphere, bowl, { ...config, generator: new Generator(seed) });
      expect(sphere(bowl)).toBeLessThan(1e-4);
    }
  }
});

test("it escapes from local minima", () => {
  const x = zeros([2], f64);
  const rastrigin = () => elements(x).reduce((sum, v) => sum + 10 + (v - 2) ** 2 - 10 * Math.cos(2 * Math.PI * v), 0);
  de(rastrigin, x, { ...settings, maxFEs: 4000, popsize: 30, minRegion: -5, maxRegion: 5 });
  expect(elements(x).map((value) => value.toFixed(3))).toEqual(["2.000", "2.000"]);
});

test("losses are those of all evaluations, of which there are maxFEs, and x is the best point", () => {
  for (const maxFEs of [80, 83]) {
    const x = tensor([5, 5], f64);
    const seen: number[] = [];
    const result = de(
      (candidate) => {
        expect(candidate).toBe(x);
        seen.push(rosenbrock(candidate));
        return [seen[seen.length - 1]];
      },
      x,
      { ...settings, maxFEs },
    );
    expect(result).toMatchObject({ losses: seen, evaluations: maxFEs, bestLoss: Math.min(...seen) });
    expect(result.x).toBe(x);
    expect(rosenbrock(x)).toBe(Math.min(...seen));
  }
});

test("members of the first population are uniform in the region, 10 for each parameter", () => {
  const x = zeros([3], f64);
  const points: number[][] = [];
  const { minRegion, maxRegion } = { minRegion: 2, maxRegion: 4 };
  de(() => points.push(elements(x)), x, { maxFEs: 30, scaleFactor: 0.5, crossoverRate: 0.5, minRegion, maxRegion });
  const generator = new Generator(1);
  expect(points.flat()).toEqual(Array.from({ length: 90 }, () => generator.uniform(2, 4)));
});

test("by Torch's rule children of a rate of 0 are copies but for those whose number is drawn; as published none is", () => {
  const copies = (asPublished: boolean): number => {
    const x = zeros([3], f64);
    const points: string[] = [];
    de(() => points.push(String(elements(x))), x, { ...settings, crossoverRate: 0, maxFEs: 20, asPublished });
    return points.slice(10).filter((child, i) => child === points[i]).length;
  };
  expect(copies(false)).toBeGreaterThanOrEqual(7);
  expect(copies(true)).toBe(0);
});

test("the first leader is the worst member by Torch's rule, the best as published", () => {
  const leaderOf = (asPublished: boolean): { leader: number | undefined; losses: number[] } => {
    const state: DeState = {};
    const { losses } = de(sphere, zeros([2], f64), { ...settings, maxFEs: 10, asPublished }, state);
    return { leader: state.leader, losses };
  };
  const [torch, published] = [leaderOf(false), leaderOf(true)];
  expect(torch.leader).toBe(torch.losses.indexOf(Math.max(...torch.losses)));
  expect(published.leader).toBe(published.losses.indexOf(Math.min(...published.losses)));
});

test("every search without a generator is the same, another generator gives another", () => {
  const run = (generator?: Generator): number[] =>
    de(rosenbrock, zeros([2], f64), generator === undefined ? settings : { ...settings, generator }).losses;
  expect(run()).toEqual(run());
  expect(run(new Generator(1))).toEqual(run());
  expect(run(new Generator(2))).not.toEqual(run());
});

test("parameters of any size, strided and float32, are searched like float64 vectors", () => {
  const [vector, strided] = [zeros([6], f64), zeros([3, 2], f64).t()];
  for (const x of [vector, strided]) de((x) => x.clone().pow(2).sum(), x, settings);
  expect(elements(strided)).toEqual(elements(vector));
  const single = zeros([6]);
  const { bestLoss } = de(sphere, single, settings);
  expect(single.dtype).toBe("float32");
  expect(single.dot(single)).toBe(bestLoss);
});

test("a search in parts, saved and loaded as text in between, is the same as one without a break", () => {
  const whole = zeros([2], f64);
  const { losses } = de(rosenbrock, whole, settings);
  const x = zeros([2], f64);
  let optimizer = new DE(x, { ...settings, maxGenerations: 4 });
  const parts: number[] = [];
  for (let count = -1; count !== 0; ) {
    const part = optimizer.step(rosenbrock);
    count = part.evaluations;
    parts.push(...part.losses);
    optimizer = new DE(x, { ...settings, maxGenerations: 4 }).load(throughText(optimizer.state()));
  }
  expect(parts).toEqual(losses);
  expect(elements(x)).toEqual(elements(whole));
});

test("a state goes on with more evaluations, and without one a search begins anew", () => {
  const state: DeState = {};
  const x = zeros([2], f64);
  const { losses } = de(rosenbrock, x, { ...settings, maxFEs: 200 }, state);
  losses.push(...de(rosenbrock, x, settings, state).losses);
  expect(de(rosenbrock, x, settings).losses).toEqual(losses);
});

test("a loss of NaN or −∞, or an error, ends the search at the best point so far; it can go on", () => {
  for (const [time, bad] of [
    [4, Number.NaN],
    [25, -Infinity],
  ]) {
    const x = tensor([7, 7], f64);
    const losses: number[] = [];
    const watched = (x: Tensor) => {
      losses.push(sphere(x));
      return losses[losses.length - 1];
    };
    const state: DeState = {};
    expect(() =>
      de(
        at(time, () => bad, watched),
        x,
        settings,
        state,
      ),
    ).toThrow(NonFiniteLossError);
    expect(losses.length).toBe(time - 1);
    expect(sphere(x)).toBe(Math.min(...losses));
    const { evaluations } = de(watched, x, settings, state);
    expect(evaluations).toBe(time === 4 ? 400 : 380);
    expect(sphere(x)).toBeLessThanOrEqual(Math.min(...losses.slice(-evaluations)));
  }
  const x = tensor([7, 7], f64);
  expect(() => de(() => Number.NaN, x, settings)).toThrow("got NaN at evaluation 1;");
  expect(elements(x)).toEqual([7, 7]);
});

test("an infinite loss marks what is not allowed", () => {
  const x = zeros([2], f64);
  de((x) => (x.get(0) < 1 ? Infinity : sphere(x)), x, { ...settings, maxFEs: 2000 });
  expect(x.get(0)).toBeGreaterThanOrEqual(1);
  expect(sphere(x)).toBeLessThan(1.1);
  const optimizer = new DE(zeros([2], f64), settings);
  expect(optimizer.step(() => Infinity).bestLoss).toBe(Infinity);
  expect(optimizer.load(optimizer.state()).step(() => Infinity).evaluations).toBe(0);
});

test("bad settings, parameters, states and evaluations are refused, and nothing changes", () => {
  const x = tensor([1, 2], f64);
  const refused: readonly (readonly [object, string])[] = [
    [{ maxFEs: undefined }, "expected a whole number from 1 up as maxFEs, got undefined"],
    [{ scaleFactor: undefined }, "expected a number above 0 as scaleFactor, got undefined"],
    [{ crossoverRate: 1.5 }, "expected a number from 0 to 1 as crossoverRate, got 1.5"],
    [{ popsize: 2 }, "expected a whole number from 3 up as popsize, got 2"],
    [{ maxFEs: 9 }, "expected maxFEs from popsize, 10, up, got 9"],
    [{ minRegion: 3, maxRegion: 3 }, "expected a minRegion below maxRegion, got 3 and 3"],
    [{ crossOverRate: 0.5 }, 'got "crossOverRate"'],
  ];
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  for (const [config, message] of refused) {
    const bad: DeConfig = Object.assign({ ...settings }, config);
    expect(() => de(evaluate, x, bad)).toThrow(ArgumentError);
    expect(() => new DE(x, bad)).toThrow(message);
  }
  expect(() => de(evaluate, zeros([2], { dtype: "int32" }), settings)).toThrow(DTypeError);
  expect(() => de(evaluate, tensor([], f64), settings)).toThrow("expected at least one parameter, got none");
  // @ts-expect-error: a word is no loss
  expect(() => de(() => "low", x, settings)).toThrow('expected a loss or [loss, …] from the evaluation, got "low"');
  const state: DeState = {};
  de(sphere, zeros([2], f64), { ...settings, maxFEs: 20 }, state);
  expect(() => de(evaluate, x, { ...settings, popsize: 11 }, state)).toThrow("a state of 11 members, got 10");
  expect(() => de(evaluate, x, settings, { ...state, leader: 10 })).toThrow("led by 10");
  expect(() => de(evaluate, x, settings, { ...state, random: [1, 2] })).toThrow("whose random is that of a generator");
  expect(() => de(evaluate, zeros([3], f64), settings, state)).toThrow(ShapeError);
  expect(() => de(evaluate, x, settings, { population: zeros([10, 2], f64) })).toThrow("a state with generations");
  expect(elements(x)).toEqual([1, 2]);
});

test("generations, and calls of one state, take no memory", () => {
  const x = zeros([5], f64);
  const loss = () => x.dot(x);
  const optimizer = new DE(x, { ...settings, maxGenerations: 2 });
  optimizer.step(loss);
  const before = storageAllocations();
  for (let part = 0; part < 5; part++) optimizer.step(loss);
  expect(storageAllocations()).toBe(before);
});
