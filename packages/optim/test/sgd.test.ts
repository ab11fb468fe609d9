import {
  ArgumentError,
  DTypeError,
  ShapeError,
  storageAllocations,
  type Tensor,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { expect, test } from "vitest";
import { type SgdConfig, type SgdState, sgd } from "../src/index.ts";

const f64 = { dtype: "float64" } as const;
const constant = (...gradient: number[]) => {
  const g = tensor(gradient, f64);
  return (): readonly [number, Tensor] => [7, g];
};

function run(config: SgdConfig, steps: number, gradient = [1, 2]): unknown {
  const x = tensor([10, 20], f64);
  const state: SgdState = {};
  for (let i = 0; i < steps; i++) sgd(constant(...gradient), x, config, state);
  return x.toArray();
}

test("a step goes down the gradient, changes the parameters in place and gives the loss before it", () => {
  const x = tensor([1, 2], f64);
  const result = sgd(constant(10, 20), x, { learningRate: 0.1 });
  expect(result.losses).toEqual([7]);
  expect(result.x).toBe(x);
  expect(x.toArray()).toEqual([0, 0]);
});

test("the rate is 1e-3 unless given", () => {
  expect(run({}, 1, [1000, 2000])).toEqual([9, 18]);
});

test("momentum averages with the dampening that equals it, and adds up without", () => {
  expect(run({ learningRate: 1, momentum: 0.5 }, 2)).toEqual([8, 16]);
  expect(run({ learningRate: 1, momentum: 0.5, dampening: 0 }, 2)).toEqual([7.5, 15]);
});

test("Nesterov looks ahead along the direction", () => {
  expect(run({ learningRate: 1, momentum: 0.5, dampening: 0, nesterov: true }, 1)).toEqual([8.5, 17]);
});

test("weight decay pulls towards zero, for all or for each parameter", () => {
  expect(run({ learningRate: 1, weightDecay: 0.5 }, 1, [0, 0])).toEqual([5, 10]);
  expect(run({ learningRate: 1, weightDecays: tensor([0.5, 0], f64) }, 1, [0, 0])).toEqual([5, 20]);
  expect(run({ learningRate: 1, weightDecay: 0.5, momentum: 0.5, dampening: 0, nesterov: true }, 1, [0, 0])).toEqual([
    2.5, 5,
  ]);
});

test("the rate falls with the steps, and each parameter may have its own", () => {
  expect(run({ learningRate: 1, learningRateDecay: 1 }, 2)).toEqual([8.5, 17]);
  expect(run({ learningRate: 1, learningRates: tensor([1, 0], f64) }, 1)).toEqual([9, 20]);
});

test("without a state of its own, momentum stays with the memory of the parameters, also under a new view", () => {
  const x = tensor([10, 20], f64);
  for (let i = 0; i < 2; i++) sgd(constant(1, 2), x.view(2), { learningRate: 1, momentum: 0.5, dampening: 0 });
  expect(x.toArray()).toEqual([7.5, 15]);
  const other = tensor([10, 20], f64);
  sgd(constant(1, 2), other, { learningRate: 1, momentum: 0.5, dampening: 0 });
  expect(other.toArray()).toEqual([9, 18]);
});

test("a row and a column of one matrix each have a state of their own, whatever place they begin at", () => {
  const matrix = zeros([2, 2], f64);
  const config = { learningRate: 1, momentum: 0.5, dampening: 0 };
  sgd(constant(1, 1), matrix.select(0, 0), config);
  sgd(constant(1, 1), matrix.select(1, 0), config);
  expect(matrix.toArray()).toEqual([
    [-2, -1],
    [-1, 0],
  ]);
});

test("the gradient and the settings are left as they are", () => {
  const gradient = tensor([1, 2], f64);
  const config = { learningRate: 1, momentum: 0.5, dampening: 0, nesterov: true, weightDecay: 0.1 };
  const before = structuredClone(config);
  const x = tensor([1, 1], f64);
  for (let i = 0; i < 3; i++) sgd(() => [0, gradient], x, config);
  expect(gradient.toArray()).toEqual([1, 2]);
  expect(config).toEqual(before);
});

test("settings that make no sense are refused before anything is evaluated", () => {
  const x = zeros([2], f64);
  const refused: readonly (readonly [object, new (...args: never[]) => Error, string])[] = [
    [{ learning_rate: 1 }, ArgumentError, 'got "learning_rate"'],
    [{ learningRate: Number.NaN }, ArgumentError, "as learningRate, got NaN"],
    [{ momentum: -1 }, ArgumentError, "expected a number from 0 up as momentum, got -1"],
    [{ momentum: "0.9" }, ArgumentError, 'as momentum, got "0.9"'],
    [{ nesterov: true }, ArgumentError, "for nesterov, got 0 and 0"],
    [{ nesterov: true, momentum: 0.9 }, ArgumentError, "got 0.9 and 0.9"],
    [{ learningRates: zeros([3], f64) }, ShapeError, "the parameters' size [2], got [3]"],
    [{ weightDecays: zeros(2) }, DTypeError, "as the parameters, got float32"],
  ];
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  for (const [config, type, message] of refused) {
    expect(() => sgd(evaluate, x, config)).toThrow(type);
    expect(() => sgd(evaluate, x, config)).toThrow(message);
  }
});

test("a gradient that does not match the parameters changes nothing", () => {
  const x = tensor([1, 2], f64);
  expect(() => sgd(constant(1), x, { momentum: 0.5 })).toThrow("a gradient of the parameters' size [2], got [1]");
  expect(() => sgd(() => [0, zeros(2)], x)).toThrow(DTypeError);
  expect(x.toArray()).toEqual([1, 2]);
});

test("a state of other parameters, and parameters that are no floats, are refused before anything is evaluated", () => {
  const evaluate = (): never => {
    throw new Error("evaluated");
  };
  const x = zeros([2], f64);
  const other: SgdState = { dfdx: zeros([3], f64) };
  expect(() => sgd(evaluate, x, { momentum: 0.5 }, other)).toThrow(
    "a dfdx in the state of the parameters' size [2], got [3]",
  );
  expect(() => sgd(evaluate, x, { momentum: 0.5 }, { dfdx: zeros(2) })).toThrow(DTypeError);
  expect(() => sgd(evaluate, zeros([2], { dtype: "int32" }))).toThrow("float32 or float64 parameters, got int32");
});

test("parameters and gradients that are not contiguous step like others", () => {
  const config = { learningRate: 0.1, momentum: 0.9, weightDecay: 0.01 };
  const [dense, gradient] = [
    tensor(
      [
        [1, 2],
        [3, 4],
      ],
      f64,
    ),
    tensor(
      [
        [5, 6],
        [7, 8],
      ],
      f64,
    ),
  ];
  const strided = dense.t().contiguous().t();
  for (let step = 0; step < 3; step++) {
    sgd(() => [0, gradient], dense, config);
    sgd(() => [0, gradient.t().contiguous().t()], strided, config);
  }
  expect(strided.toArray()).toEqual(dense.toArray());
});

test("rates and decays for each parameter go with momentum and its look-ahead", () => {
  const scalar = { learningRate: 1, weightDecay: 0.5, momentum: 0.5, dampening: 0, nesterov: true };
  const { weightDecay: _, ...rest } = scalar;
  const vectors = { ...rest, weightDecays: tensor([0.5, 0.5], f64), learningRates: tensor([1, 1], f64) };
  expect(run(vectors, 3)).toEqual(run(scalar, 3));
  expect(run({ ...scalar, learningRates: tensor([1, 1], f64) }, 3)).toEqual(run(scalar, 3));
});

test("from the second step on no memory is taken", () => {
  const x = zeros([100], f64);
  const gradient = zeros([100], f64).fill(1);
  const config = { learningRate: 0.1, momentum: 0.9, dampening: 0, nesterov: true, weightDecay: 0.01 };
  sgd(() => [0, gradient], x, config);
  const before = storageAllocations();
  for (let i = 0; i < 5; i++) sgd(() => [0, gradient], x, config);
  expect(storageAllocations()).toBe(before);
});
