import {
  ArgumentError,
  DTypeError,
  IndexError,
  ShapeError,
  storageAllocations,
  tensor,
  zeros,
} from "@rushlight/tensor";
import { describe, expect, test } from "vitest";
import { Adam, clipNorm, clipValue, SGD, sgd } from "../src/index.ts";

const f64 = { dtype: "float64" } as const;
const rows = (...numbers: number[]) => tensor(numbers, { dtype: "int32" });

describe("clipping", () => {
  test("by norm keeps the direction of a long gradient and leaves a short one alone", () => {
    const long = tensor(
      [
        [3, 0],
        [0, 4],
      ],
      f64,
    );
    expect(clipNorm(long, 2.5)).toBe(5);
    expect(long.toArray()).toEqual([
      [1.5, 0],
      [0, 2],
    ]);
    expect(clipNorm(long, 2.5)).toBe(2.5);
    expect(long.toArray()).toEqual([
      [1.5, 0],
      [0, 2],
    ]);
  });

  test("by other norms", () => {
    const g = tensor([3, -4], f64);
    expect(clipNorm(g.clone(), 10, { p: 1 })).toBe(7);
    expect(clipNorm(g, 2, { p: Number.POSITIVE_INFINITY })).toBe(4);
    expect(g.toArray()).toEqual([1.5, -2]);
  });

  test("by value limits each element", () => {
    expect(clipValue(tensor([3, -0.5, -4], f64), 1).toArray()).toEqual([1, -0.5, -1]);
  });

  test("refuses limits and gradients that make no sense, and changes nothing", () => {
    const g = tensor([1, Number.NaN], f64);
    expect(() => clipNorm(g, 1)).toThrow("clipNorm: expected a gradient of finite norm, got NaN");
    expect(() => clipNorm(g, 0)).toThrow("clipNorm: expected a limit above 0, got 0");
    expect(() => clipNorm(g, 1, { p: 0.5 })).toThrow("clipNorm: expected a p from 1 up, got 0.5");
    expect(() => clipValue(g, -1)).toThrow("clipValue: expected a limit above 0, got -1");
    expect(() => clipValue(rows(1), 1)).toThrow(DTypeError);
    expect((): unknown => Reflect.apply(clipNorm, undefined, [[3, 4], 1])).toThrow(
      "clipNorm: expected a tensor as gradient, got an array",
    );
    expect(g.toArray()).toEqual([1, Number.NaN]);
  });

  test("in an optimiser goes over all groups, by value first, and leaves the evaluation's gradient alone", () => {
    const x = zeros([3], f64);
    const gradient = tensor([3, 4, 12], f64);
    const groups = [{ range: [0, 1] as const, learningRate: 2 }];
    new SGD(x, { learningRate: 1, clipNorm: 1, groups }).step(() => [0, gradient]);
    const expected = [-2 * (3 / 13), -4 / 13, -12 / 13];
    x.toArray().forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i], 14);
    });
    expect(gradient.toArray()).toEqual([3, 4, 12]);
    const y = zeros([2], f64);
    new SGD(y, { learningRate: 1, clipValue: 3, clipNorm: 5 }).step(() => [0, tensor([30, 40], f64)]);
    expect(y.toArray()).toEqual([-3, -3]);
  });

  test("in an optimiser refuses a gradient that is not finite, before anything moves", () => {
    const x = zeros([1], f64);
    const optimizer = new Adam(x, { clipNorm: 1 });
    expect(() => optimizer.step(() => [0, tensor([Number.NaN], f64)])).toThrow("finite norm");
    expect(x.get(0)).toBe(0);
    expect(optimizer.state().parts).toEqual([{}]);
  });
});

describe("gradients of rows", () => {
  test("move those rows alone, a row that comes twice by both", () => {
    const x = zeros([4, 2], f64);
    const values = tensor(
      [
        [1, 2],
        [10, 20],
        [100, 200],
      ],
      f64,
    );
    const { losses } = sgd(() => [3, { rows: rows(2, 0, 2), values }], x, { learningRate: 1, learningRateDecay: 1 });
    expect(losses).toEqual([3]);
    expect(x.toArray()).toEqual([
      [-10, -20],
      [0, 0],
      [-101, -202],
      [0, 0],
    ]);
    sgd(() => [3, { rows: rows(1, 3, 0), values }], x, { learningRate: 1, learningRateDecay: 1 });
    expect(x.select(0, 1).toArray()).toEqual([-0.5, -1]);
    expect(values.toArray()).toEqual([
      [1, 2],
      [10, 20],
      [100, 200],
    ]);
  });

  test("may have no rows, and a vector's rows are its elements", () => {
    const x = zeros([3], f64);
    const optimizer = new SGD(x, { learningRate: 1 });
    optimizer.step(() => [0, { rows: tensor([], { dtype: "int32" }), values: tensor([], f64) }]);
    optimizer.step(() => [0, { rows: rows(1), values: tensor([5], f64) }]);
    expect(x.toArray()).toEqual([0, -5, 0]);
    expect(optimizer.state().parts).toEqual([{ evalCounter: 2 }]);
  });

  test("are clipped", () => {
    const x = zeros([3, 2], f64);
    new SGD(x, { learningRate: 1, clipNorm: 1 }).step(() => [0, { rows: rows(1), values: tensor([[3, 4]], f64) }]);
    expect(x.get(1, 0)).toBeCloseTo(-0.6, 14);
    expect(x.get(1, 1)).toBeCloseTo(-0.8, 14);
  });

  test("take no memory from the second step on", () => {
    const x = zeros([100, 8]);
    const gradient = { rows: rows(5, 7), values: zeros(2, 8).fill(1) };
    for (let i = 0; i < 2; i++) sgd(() => [0, gradient], x);
    const before = storageAllocations();
    for (let i = 0; i < 5; i++) sgd(() => [0, gradient], x);
    expect(storageAllocations()).toBe(before);
  });

  test("are refused where other rows would have to move, and where they do not fit; nothing is changed", () => {
    const x = zeros([4, 2], f64);
    const good = { rows: rows(1), values: zeros([1, 2], f64).fill(1) };
    expect(() => sgd(() => [0, good], x, { momentum: 0.9 })).toThrow(
      "sgd: expected a gradient of the parameters' size for momentum, got one of rows alone",
    );
    expect(() => sgd(() => [0, good], x, { weightDecay: 0.1 })).toThrow("for weightDecay");
    expect(() => sgd(() => [0, good], x, { learningRates: zeros([4, 2], f64) })).toThrow("for learningRates");
    expect(() => sgd(() => [0, { rows: rows(1), values: zeros([2, 2], f64) }], x)).toThrow(ShapeError);
    expect(() => sgd(() => [0, { rows: rows(1), values: zeros(1, 2) }], x)).toThrow(DTypeError);
    expect(() => sgd(() => [0, { rows: rows(4), values: zeros([1, 2], f64) }], x)).toThrow(IndexError);
    expect((): unknown => Reflect.apply(sgd, undefined, [() => [0, 3], x])).toThrow(ArgumentError);
    const grouped = new SGD(x.view(8), { groups: [{ range: [0, 2] }] });
    expect(() => grouped.step(() => [0, { rows: rows(1), values: tensor([1], f64) }])).toThrow("for groups");
    const adam = new Adam(x);
    expect((): unknown => Reflect.apply(adam.step, adam, [() => [0, good]])).toThrow(
      "adam: expected a gradient of the parameters' size, got one of rows alone",
    );
    expect(x.abs().sum()).toBe(0);
  });
});
