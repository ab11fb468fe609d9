import { expect, test } from "vitest";
import { dot, ger, mm, mv, ShapeError, type Tensor, tensor, zeros } from "../src/index.ts";

const a = tensor([
  [1, 2, 3],
  [4, 5, 6],
]);
const b = tensor([
  [1, 0],
  [2, 1],
  [0, 3],
]);

test("mm, mv, ger and dot allocate their results", () => {
  expect(mm(a, b).toArray()).toEqual([
    [5, 11],
    [14, 23],
  ]);
  expect(mv(a, tensor([1, 1, 1])).toArray()).toEqual([6, 15]);
  expect(ger(tensor([1, 2]), tensor([3, 4])).toArray()).toEqual([
    [3, 4],
    [6, 8],
  ]);
  expect(dot(a, a)).toBe(91);
  expect(a.t().dot(a.t())).toBe(91);
});

test("addmm takes no scalar, alpha, or beta and alpha", () => {
  const c = () => zeros(2, 2).fill(1);
  expect(c().addmm(a, b).toArray()).toEqual([
    [6, 12],
    [15, 24],
  ]);
  expect(c().addmm(2, a, b).toArray()).toEqual([
    [11, 23],
    [29, 47],
  ]);
  expect(c().addmm(10, 2, a, b).toArray()).toEqual([
    [20, 32],
    [38, 56],
  ]);
});

test("beta 0 does not look at the destination", () => {
  expect(zeros(2, 2).fill(Number.NaN).addmm(0, 1, a, b).get(0, 0)).toBe(5);
  expect(
    zeros(2)
      .fill(Number.NaN)
      .addmv(0, 1, a, tensor([1, 0, 0]))
      .toArray(),
  ).toEqual([1, 4]);
  expect(
    zeros(2, 1)
      .fill(Number.NaN)
      .addr(0, 1, tensor([1, 2]), tensor([3]))
      .toArray(),
  ).toEqual([[3], [6]]);
});

test("a strided destination, also one that no kernel takes, is written in place", () => {
  const c = zeros(2, 2);
  c.t().addmm(a, b);
  expect(c.toArray()).toEqual([
    [5, 14],
    [11, 23],
  ]);
  const wide = zeros(2, 4);
  const everyOther = wide.view(2, 2, 2).select(2, 0);
  everyOther.addmm(a, b);
  expect(wide.toArray()).toEqual([
    [5, 0, 11, 0],
    [14, 0, 23, 0],
  ]);
  everyOther.addr(2, 1, tensor([1, 0]), tensor([0, 1]));
  expect(wide.get(0, 2)).toBe(23);
  expect(
    zeros(2, 3)
      .t()
      .addr(tensor([1, 2, 3]), tensor([1, 10]))
      .toArray(),
  ).toEqual([
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
});

test("expanded and odd operands are taken as they are", () => {
  const row = tensor([[1, 2, 3]]).expand(2, 3);
  expect(mm(row, b).toArray()).toEqual([
    [5, 11],
    [5, 11],
  ]);
  expect(mv(row, tensor([1, 0, 0])).toArray()).toEqual([1, 1]);
  expect(mm(b, row).size()).toEqual([3, 3]);
});

test("operands that do not fit are refused before anything is written", () => {
  const c = zeros(2, 2);
  expect(() => c.addmm(a, a)).toThrow("addmm: expected [m, k] and [k, n], got [2, 3] and [2, 3]");
  expect(() => zeros(3, 2).addmm(a, b)).toThrow("addmm: expected a destination of size [2, 2], got [3, 2]");
  expect(() => mm(a, tensor([1]))).toThrow("mm: expected 2 and 2 dimensions, got [2, 3] and [1]");
  expect(() => zeros(2).addmv(a, tensor([1, 2]))).toThrow("addmv: expected [m, n] and [n], got [2, 3] and [2]");
  expect(() => zeros(3).addmv(a, tensor([1, 2, 3]))).toThrow(ShapeError);
  expect(() => c.addr(a, b)).toThrow("addr: expected [m] and [n]");
  expect(() => c.addr(tensor([1, 2, 3]), tensor([1, 2]))).toThrow(ShapeError);
  expect(() => (a as Tensor).dot(a.to("float64"))).toThrow("dot: expected two tensors of one dtype");
  expect(() => mm(tensor([[1]], { dtype: "int32" }), tensor([[1]], { dtype: "int32" }))).toThrow("got int32");
  expect(c.sum()).toBe(0);
});
