import { expect, test } from "vitest";
import { defaultGenerator, Generator, initialSeed, manualSeed, rand, randn, randperm, zeros } from "../src/index.ts";

// Computed by Torch7; the last digits of sines and logarithms may differ from one C library to another.
const golden = [
  {
    seed: 0,
    random: [2357136044, 2546248239, 3071714933, 3626093760],
    uniform: [0.548813502304256, 0.5928446163889021, 0.715189364971593],
    normal: [-1.2780081289048213, -0.4047418923475549, -0.4184550559608329, -1.882579026306772],
  },
  {
    seed: 1,
    random: [1791095845, 4282876139, 3093770124, 4005303368],
    uniform: [0.4170219984371215, 0.99718480813317, 0.720324489288032],
    normal: [-2.9718290309304063, 1.7069510634116105, -0.430498971038916, -2.282022417030148],
  },
  {
    seed: 123,
    random: [2991312382, 3062119789, 1228959102, 1840268610],
    uniform: [0.6964691872708499, 0.7129553214181215, 0.2861393387429416],
    normal: [-0.5214430627124417, -1.491419435981541, -0.23812953316813365, 1.0306183433272835],
  },
  {
    seed: 1234,
    random: [822569775, 2137449171, 2671936806, 3512589365],
    uniform: [0.19151945016346872, 0.49766366626136005, 0.6221087663434446],
    normal: [0.42153786471472626, 1.0951148893249112, -1.3284263581284623, -1.2810175751687043],
  },
];

test.each(golden)(
  "seed $seed gives Torch7's words, uniform and normal numbers",
  ({ seed, random, uniform, normal }) => {
    const generator = new Generator(seed);
    expect(random.map(() => generator.random())).toEqual(random);
    generator.manualSeed(seed);
    expect(uniform.map(() => generator.uniform())).toEqual(uniform);
    generator.manualSeed(seed);
    for (const value of normal) expect(generator.normal() / value).toBeCloseTo(1, 14);
  },
);

test("seed 123 gives Torch7's other distributions", () => {
  const generator = new Generator(123);
  const five = (draw: () => number, count: number) => {
    generator.manualSeed(123);
    return Array.from({ length: count }, draw);
  };
  expect(five(() => generator.exponential(1), 2)).toEqual([1.1922721489928634, 1.2481174008372147]);
  const cauchy = five(() => generator.cauchy(), 2);
  expect(cauchy[0]).toBeCloseTo(0.709729693025559, 14);
  expect(cauchy[1]).toBeCloseTo(0.7906584673427741, 14);
  expect(five(() => generator.geometric(0.3), 6)).toEqual([1, 2, 1, 1, 1, 1]);
  expect(five(() => generator.bernoulli(), 8)).toEqual([0, 0, 1, 1, 1, 0, 0, 0]);
  expect(five(() => generator.random(1, 10), 6)).toEqual([3, 10, 3, 1, 1, 3]);
  expect(five(() => generator.random(10), 6)).toEqual([2, 9, 2, 0, 0, 2]);
  const [logNormal] = five(() => generator.logNormal(0, 1), 1);
  expect(logNormal).toBeCloseTo(Math.exp(-0.5214430627124417), 14);
  manualSeed(123);
  expect([...randperm(8).data]).toEqual([6, 2, 1, 3, 4, 7, 0, 5]);
});

test("the default generator is seeded by manualSeed, which forgets half a normal pair", () => {
  manualSeed(9);
  const first = randn(3).toArray();
  manualSeed(9);
  expect(randn(3).toArray()).toEqual(first);
  expect(initialSeed()).toBe(9);
});

test("a normal pair spans tensors", () => {
  manualSeed(9);
  const whole = randn([4], { dtype: "float64" }).toArray();
  manualSeed(9);
  const parts = [randn([1], { dtype: "float64" }), randn([3], { dtype: "float64" })];
  expect(parts.flatMap((part) => [...part.values()])).toEqual(whole);
});

test("a saved state goes on where it was saved, in the middle of a pair too", () => {
  const generator = new Generator(7);
  generator.normal();
  const state = structuredClone(generator.getState());
  const expected = [generator.normal(), generator.normal(), generator.uniform()];
  const other = new Generator(1).setState(state);
  expect([other.normal(), other.normal(), other.uniform()]).toEqual(expected);
  expect(other.initialSeed()).toBe(7);
});

test("a state that is none changes nothing", () => {
  const generator = new Generator(3);
  const state = generator.getState();
  for (const twister of [
    { words: new Uint32Array(700), used: 3 },
    { words: state.twister.words, used: 625 },
  ]) {
    expect(() => generator.setState({ ...state, initialSeed: 9, twister })).toThrow("setState: expected 624 words");
  }
  expect(generator.getState()).toEqual(state);
});

test("tensor fills draw in row-major order whatever the strides", () => {
  manualSeed(4);
  const plain = rand(2, 3).toArray();
  manualSeed(4);
  expect(zeros(3, 2).t().uniform().toArray()).toEqual(plain);
});

test("tensor fills take the generator's ranges", () => {
  const options = { generator: new Generator(3) };
  expect(zeros(500).uniform(2, 3, options).min()).toBeGreaterThanOrEqual(2);
  const dice = zeros([500], { dtype: "int32" }).random(1, 6, options);
  expect([dice.min(), dice.max()]).toEqual([1, 6]);
  const below = zeros([500], { dtype: "uint8" }).random(4, options);
  expect([below.min(), below.max()]).toEqual([0, 3]);
  manualSeed(5);
  expect(zeros([500], { dtype: "uint8" }).random().max()).toBeGreaterThan(200);
  expect(zeros(2000).bernoulli(0.25, options).mean()).toBeCloseTo(0.25, 1);
  expect(zeros(2000).normal(5, 0.1, options).mean()).toBeCloseTo(5, 1);
});

test("arguments that make no sense are named", () => {
  const generator = defaultGenerator();
  expect(() => generator.normal(0, 0)).toThrow("normal: expected a standard deviation above 0, got 0");
  expect(() => generator.bernoulli(1.5)).toThrow("got 1.5");
  expect(() => generator.geometric(1)).toThrow("got 1");
  expect(() => generator.exponential(-1)).toThrow("exponential: expected a rate above 0, got -1");
  expect(() => generator.random(0)).toThrow("got 0");
  expect(() => generator.random(3, 1)).toThrow("got 3 to 1");
  expect(() => new Generator(-1)).toThrow("got -1");
  expect(() => manualSeed(1.5)).toThrow("got 1.5");
  expect(() => zeros(2).normal(0, -1)).toThrow("got -1");
  expect(() => zeros(2).bernoulli(-1)).toThrow("got -1");
  expect(() => zeros(2).random(5, 1)).toThrow("got 5 to 1");
});
