import { expect, test } from "vitest";
import { IndexError, ShapeError, sumInto, tensor, zeros } from "../src/index.ts";

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

test("sumInto takes no memory but that of its destination", () => {
  const sums = zeros(1);
  expect(sumInto(sums, x, 0).toArray()).toEqual([[8, 8, 11]]);
  const storage = sums.storage();
  expect(sumInto(sums, x, 1).toArray()).toEqual([[8], [19]]);
  expect(sums.storage()).toBe(storage);
  expect(() => sumInto(sums, x, 2)).toThrow(IndexError);
});

test("equal compares dtype, size and elements", () => {
  expect(x.equal(x.t().contiguous().t())).toBe(true);
  expect(x.equal(x.clone().add(1))).toBe(false);
  expect(x.equal(x.view(6))).toBe(false);
  expect(x.equal(x.to("float64"))).toBe(false);
  expect(tensor([]).equal(tensor([]))).toBe(true);
});
