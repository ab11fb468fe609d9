import { type Tensor, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import * as optim from "../src/index.ts";

const f64 = { dtype: "float64" } as const;

/** What each setting of a method does not take, and what the message says. */
const refused: readonly (readonly [name: string, config: object, message: string])[] = [
  ["adadelta", { rho: 1 }, "adadelta: expected a number from 0 to below 1 as rho, got 1"],
  ["adadelta", { eps: 0 }, "adadelta: expected a number above 0 as eps, got 0"],
  ["adadelta", { weightDecay: -1 }, "adadelta: expected a number from 0 up as weightDecay, got -1"],
  ["adagrad", { learningRate: Number.NaN }, "adagrad: expected a finite number as learningRate, got NaN"],
  ["adagrad", { learningRateDecay: -1 }, "adagrad: expected a number from 0 up as learningRateDecay, got -1"],
  ["adam", { beta1: 1 }, "adam: expected a number from 0 to below 1 as beta1, got 1"],
  ["adam", { beta2: -0.1 }, "adam: expected a number from 0 to below 1 as beta2, got -0.1"],
  ["adam", { epsilon: "1e-8" }, 'adam: expected a number from 0 up as epsilon, got "1e-8"'],
  ["adam", { learningRate: [0.1] }, "adam: expected a number or a schedule as learningRate, got an array"],
  ["adam", { learningRate: {} }, "adam: expected a number or a schedule as learningRate, got an object"],
  ["adam", { weightDecay: 1, decoupledWeightDecay: 1 }, "adam: expected weightDecay or decoupledWeightDecay, got both"],
  ["adamax", { epsilon: -1 }, "adamax: expected a number from 0 up as epsilon, got -1"],
  [
    "adamw",
    { weightDecay: Number.POSITIVE_INFINITY },
    "adamw: expected a number from 0 up as weightDecay, got Infinity",
  ],
  ["adamw", { decoupledWeightDecay: 1 }, 'got "decoupledWeightDecay"'],
  ["asgd", { eta0: Number.POSITIVE_INFINITY }, "asgd: expected a finite number as eta0, got Infinity"],
  ["asgd", { lambda: -1 }, "asgd: expected a number from 0 up as lambda, got -1"],
  ["asgd", { learningRate: 1 }, 'asgd: expected options named eta0, lambda, alpha, t0, got "learningRate"'],
  ["nag", { momentum: 0 }, "nag: expected a number above 0 as momentum, got 0"],
  ["nag", { learningRates: zeros([3], f64) }, "nag: expected a learningRates of the parameters' size [2], got [3]"],
  ["nag", { learningRates: 3 }, "nag: expected a tensor as learningRates, got 3"],
  ["rmsprop", { alpha: 1.5 }, "rmsprop: expected a number from 0 to below 1 as alpha, got 1.5"],
  ["rmsprop", { initialMean: -1 }, "rmsprop: expected a number from 0 up as initialMean, got -1"],
  ["rprop", { etaplus: 0.9 }, "rprop: expected a number from 1 up as etaplus, got 0.9"],
  ["rprop", { etaminus: 0 }, "rprop: expected a number above 0 and at most 1 as etaminus, got 0"],
  ["rprop", { niter: 1.5 }, "rprop: expected a whole number from 1 up as niter, got 1.5"],
  ["rprop", { stepsizemin: 2, stepsizemax: 1 }, "rprop: expected a stepsizemin up to stepsizemax, got 2 and 1"],
  ["sgd", { nesterov: 1 }, "sgd: expected true or false as nesterov, got 1"],
  ["sgd", { momentum: {} }, "sgd: expected a number or a schedule as momentum, got an object"],
  ["sgd", { weightDecays: zeros([2], f64), decoupledWeightDecay: 1 }, "weightDecays or decoupledWeightDecay, got both"],
];

const functions: Readonly<
  Record<string, (evaluate: () => never, x: Tensor, config: object, state: object) => unknown>
> = {
  adadelta: optim.adadelta,
  adagrad: optim.adagrad,
  adam: optim.adam,
  adamax: optim.adamax,
  adamw: optim.adamw,
  asgd: optim.asgd,
  nag: optim.nag,
  rmsprop: optim.rmsprop,
  rprop: optim.rprop,
  sgd: optim.sgd,
};

test.each(refused)("%s refuses %o before anything is evaluated", (name, config, message) => {
  const x = tensor([1, 2], f64);
  const state = {};
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  expect(() => functions[name](evaluate, x, config, state)).toThrow(message);
  expect(state).toEqual({});
  expect(x.toArray()).toEqual([1, 2]);
});

test.each([Number.NaN, -1, 0.5])("a state with %d steps is refused", (t) => {
  const x = tensor([1], f64);
  expect(() => optim.adam(() => [0, x.clone()], x, {}, { t })).toThrow(
    `adam: expected a whole number from 0 up as t in the state, got ${t}`,
  );
});

test("decay beside the step does not pass through the averages of the gradient", () => {
  const zero = zeros([1], f64);
  for (const step of [optim.adam, optim.adagrad, optim.adamax, optim.rmsprop, optim.nag, optim.sgd]) {
    const x = tensor([8], f64);
    step(() => [0, zero], x, { learningRate: 0.5, decoupledWeightDecay: 0.5 });
    expect(x.get(0)).toBe(6);
  }
  const x = tensor([8], f64);
  optim.adamw(() => [0, zero], x, { learningRate: 0.5 });
  expect(x.get(0)).toBe(8 * (1 - 0.5 * 0.01));
});

test.each([optim.sgd, optim.nag])("each parameter's rate is the rate of its decay beside the step too (%o)", (step) => {
  const x = tensor([8, 8], f64);
  const config = { learningRate: 0.5, decoupledWeightDecay: 0.5, learningRates: tensor([1, 2], f64) };
  step(() => [0, zeros([2], f64)], x, config);
  expect(x.toArray()).toEqual([6, 4]);
});

test("asgd gives the parameters at first, and their mean when t0 is past", () => {
  const x = tensor([8], f64);
  const gradient = tensor([1], f64);
  const config = { eta0: 1, lambda: 0, t0: 2 };
  const averages = [1, 2, 3, 4, 5].map(() => optim.asgd(() => [0, gradient], x, config).average.get(0));
  expect(averages).toEqual([7, 6, 5, 4, 3.5]);
});

test("nag evaluates at the point ahead", () => {
  const x = tensor([1], f64);
  const seen: number[] = [];
  const evaluate = (at: Tensor): readonly [number, Tensor] => {
    seen.push(at.get(0));
    return [0, tensor([1], f64)];
  };
  for (let i = 0; i < 3; i++) optim.nag(evaluate, x, { learningRate: 1, momentum: 0.5 });
  expect(seen).toEqual([1, -0.5, -2.25]);
});
