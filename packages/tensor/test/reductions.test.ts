import { expect, test } from "vitest";
import {
  all,
  any,
  equal,
  IndexError,
  manualSeed,
  max,
  mean,
  min,
  prod,
  randn,
  ShapeError,
  storageAllocations,
  sum,
  tensor,
  zeros,
} from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

const x = tensor([
  [1, 5, 2],
  [7, 3, 9],
]);

test("reductions of the whole tensor give numbers", () => {
  expect(x.sum()).toBe(27);
  expect(x.t().sum()).toBe(27);
  expect(x.mean()).toBe(4.5);
  expect(x.prod()).toBe(1890);
  expect(x.t().narrow(0, 0, 2).prod()).toBe(105);
  expect([x.max(), x.min(), x.t().max(), x.t().min()]).toEqual([9, 1, 9, 1]);
  expect(x.norm()).toBe(Math.sqrt(169));
  expect([x.norm(1), x.norm(0), x.norm(Number.POSITIVE_INFINITY)]).toEqual([27, 6, 9]);
  expect(x.norm(3)).toBeCloseTo(1233 ** (1 / 3), 5);
});

test("reductions along a dimension keep it with size 1 unless told otherwise", () => {
  expect(x.sum(0).toArray()).toEqual([[8, 8, 11]]);
  expect(x.sum(-1, { keepDim: false }).toArray()).toEqual([8, 19]);
  expect(x.t().sum(0).toArray()).toEqual([[8, 19]]);
  expect(x.mean(1).toArray()[1]).toEqual([Math.fround(19 / 3)]);
  expect(x.prod(0).toArray()).toEqual([[7, 15, 18]]);
  expect(tensor([1, 2]).sum(0, { keepDim: false }).toArray()).toEqual([3]);
});

test("max and min along a dimension give values and indices, the first of equals", () => {
  const [values, indices] = x.max(1);
  expect([values.toArray(), indices.toArray(), indices.dtype]).toEqual([[[5], [9]], [[1], [2]], "int32"]);
  const [smallest, where] = tensor([[2, 1, 1]]).min(1, { keepDim: false });
  expect([smallest.toArray(), where.toArray()]).toEqual([[1], [1]]);
  expect(
    tensor(
      [
        [1, 2],
        [3, 0],
      ],
      { dtype: "int32" },
    )
      .max(0)[1]
      .toArray(),
  ).toEqual([[1, 0]]);
  expect(
    tensor(
      [
        [1, 2],
        [3, 0],
      ],
      { dtype: "int32" },
    )
      .min(0)[1]
      .toArray(),
  ).toEqual([[0, 1]]);
});

test("NaN is the largest and the smallest", () => {
  const y = tensor([1, Number.NaN, 3]);
  expect(y.max()).toBeNaN();
  expect(y.min()).toBeNaN();
  expect(y.max(0)[1].toArray()).toEqual([1]);
  expect(y.min(0)[1].toArray()).toEqual([1]);
});

test("sums of float32 are accumulated in double precision", () => {
  expect(zeros(1000, 100).fill(0.1).sum()).toBeCloseTo(100000 * Math.fround(0.1), 6);
});

test("integers are summed and compared too", () => {
  const y = tensor([200, 100], { dtype: "uint8" });
  expect([y.sum(), y.prod(), y.max(), y.min()]).toEqual([300, 20000, 200, 100]);
});

test("an empty tensor sums to 0 and has no mean, maximum or minimum", () => {
  const empty = tensor([]);
  expect([empty.sum(), empty.norm()]).toEqual([0, 0]);
  expect(() => empty.mean()).toThrow(ShapeError);
  expect(() => empty.max()).toThrow("max: expected a tensor that is not empty");
  expect(() => empty.sum(0)).toThrow(IndexError);
});

test("a destination that fits takes the result without new memory", () => {
  const sums = zeros(1);
  expect(x.sum(0, { out: sums })).toBe(sums);
  expect(sums.toArray()).toEqual([[8, 8, 11]]);
  const before = storageAllocations();
  expect(x.sum(1, { out: sums }).toArray()).toEqual([[8], [19]]);
  expect(x.mean(0, { out: sums, keepDim: false }).toArray()).toEqual([4, 4, 5.5]);
  expect(storageAllocations() - before).toBe(0);
});

test("a destination may be the operand", () => {
  const y = x.clone();
  expect(y.sum(0, { out: y }).toArray()).toEqual([[8, 8, 11]]);
  const z = x.clone();
  z.max(1, { out: [z, zeros([1], { dtype: "int32" })] });
  expect(z.toArray()).toEqual([[5], [9]]);
});

test("a destination that can not take the result is refused before anything changes", () => {
  const y = x.clone();
  const wide = zeros([1], { dtype: "float64" });
  expect(() => callAnyhow(y.sum, y, [0, { out: wide }])).toThrow("sum: expected a destination of float32, got float64");
  expect(() => y.sum(0, { out: zeros(1, 1).expand(1, 3) })).toThrow(
    "sum: expected a destination whose elements are apart",
  );
  expect(() => y.max(0, { out: [zeros(3), zeros([3], { dtype: "int32" })], ...{ keepdim: true } })).toThrow(
    'max: expected options named keepDim, out, got "keepdim"',
  );
  expect(wide.toArray()).toEqual([0]);
  expect(y.equal(x)).toBe(true);
});

test("columns give the numbers that they give one by one", () => {
  manualSeed(5);
  for (const [rows, columns] of [
    [1, 9],
    [3, 4],
    [7, 5],
    [130, 1030],
  ]) {
    const y = randn(rows, columns);
    const byRow = y.t().contiguous();
    for (const [across, along] of [
      [y.sum(0), byRow.sum(1)],
      [y.mean(0), byRow.mean(1)],
      [y.max(0)[0], byRow.max(1)[0]],
      [y.max(0)[1], byRow.max(1)[1]],
      [y.min(0)[0], byRow.min(1)[0]],
      [y.min(0)[1], byRow.min(1)[1]],
      [y.var(0, { unbiased: false }), byRow.var(1, { unbiased: false })],
      [y.std(0, { unbiased: false }), byRow.std(1, { unbiased: false })],
    ]) {
      expect(across.t().equal(along)).toBe(true);
    }
  }
});

test("the first NaN of a column is its largest and its smallest element", () => {
  const y = zeros(3, 8);
  y.put([1, 2], Number.NaN).put([2, 2], Number.NaN).put([0, 3], Number.NaN).put([2, 3], 7);
  for (const [values, indices] of [y.max(0, { keepDim: false }), y.min(0, { keepDim: false })]) {
    expect(values.toArray()).toEqual([0, 0, Number.NaN, Number.NaN, 0, 0, 0, 0]);
    expect(indices.toArray()).toEqual([0, 0, 1, 0, 0, 0, 0, 0]);
  }
});

test("infinities and expanded operands are reduced like others", () => {
  const y = tensor([[1, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]]).expand(2, 3);
  expect(y.sum(0).toArray()).toEqual([[2, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]]);
  expect(y.sum(1).toArray()).toEqual([[Number.NaN], [Number.NaN]]);
  expect(y.max(1)[1].toArray()).toEqual([[1], [1]]);
  expect(y.min(1, { keepDim: false })[1].toArray()).toEqual([2, 2]);
});

test("means of integers are numbers; an integer tensor can not hold those along a dimension", () => {
  const y = tensor([200, 101], { dtype: "uint8" });
  expect(y.mean()).toBe(150.5);
  const out = zeros([3], { dtype: "uint8" });
  expect(() => y.mean(0, { out })).toThrow("mean: expected a float64 or float32 tensor, got uint8");
  expect(out.size()).toEqual([3]);
});

test("sums and products of integers wrap around where a tensor holds them", () => {
  const big = 2 ** 31 - 1;
  expect(tensor([big, big, big], { dtype: "int32" }).prod(0).toArray()).toEqual([big]);
  expect(tensor([200, 100], { dtype: "uint8" }).sum(0).toArray()).toEqual([44]);
});

test("all and any ask for elements that are not zero", () => {
  const y = tensor([
    [1, 0, 2],
    [3, 4, Number.NaN],
  ]);
  expect([y.all(), y.any(), y.narrow(0, 1, 1).all(), y.narrow(0, 1, 1).t().all()]).toEqual([false, true, true, true]);
  expect([zeros(2, 2).any(), zeros(2, 2).all(), tensor([-0]).any()]).toEqual([false, false, false]);
  expect([y.all(0).toArray(), y.all(0).dtype]).toEqual([[[1, 0, 1]], "uint8"]);
  expect(y.all(-1, { keepDim: false }).toArray()).toEqual([0, 1]);
  expect(zeros(2, 2).put([0, 1], 5).any(0, { keepDim: false }).toArray()).toEqual([0, 1]);
  expect([tensor([]).all(), tensor([]).any()]).toEqual([true, false]);
  expect(() => tensor([]).all(0)).toThrow(IndexError);
  const mask = tensor([1, 0, 1], { dtype: "uint8" });
  expect(mask.any(0, { out: mask }).toArray()).toEqual([1]);
});

test("functions reduce as methods do", () => {
  expect([sum(x), prod(x), mean(x), max(x), min(x), all(x), any(x)]).toEqual([27, 1890, 4.5, 9, 1, true, true]);
  const out = zeros(1);
  expect(sum(x, 1, { out, keepDim: false })).toBe(out);
  expect(out.toArray()).toEqual([8, 19]);
  expect(max(x, 0)[1].toArray()).toEqual([[1, 0, 1]]);
  expect(equal(x, x.clone())).toBe(true);
  expect(() => callAnyhow(sum, undefined, [[1, 2]])).toThrow("sum: expected a tensor, got an array");
  expect(() => callAnyhow(equal, undefined, [x, 3])).toThrow("equal: expected a tensor, got 3");
});

test("equal compares dtype, size and elements", () => {
  expect(x.equal(x.t().contiguous().t())).toBe(true);
  expect(x.equal(x.clone().add(1))).toBe(false);
  expect(x.equal(x.view(6))).toBe(false);
  expect(x.equal(x.to("float64"))).toBe(false);
  expect(tensor([]).equal(tensor([]))).toBe(true);
});
