import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  cumprod,
  cumsum,
  DTypeError,
  dist,
  histc,
  IndexError,
  norm,
  randn,
  renorm,
  ShapeError,
  std,
  storageAllocations,
  tensor,
  variance,
  zeros,
} from "../src/index.ts";
import { callAnyhow } from "./callAnyhow.ts";

const { NaN: notANumber, POSITIVE_INFINITY: infinity } = Number;
const counts = tensor([1, 2, 3], { dtype: "int32" });

describe("variances", () => {
  const x = tensor([
    [1, 2, 6],
    [4, 4, 4],
  ]);

  test("are unbiased unless told otherwise", () => {
    expect(x.var()).toBeCloseTo(3.1, 12);
    expect(x.var({ unbiased: false })).toBeCloseTo(15.5 / 6, 12);
    expect(tensor([1, 4]).std({ unbiased: false })).toBe(1.5);
    expect(x.var(1).toArray()).toEqual([[7], [0]]);
    expect(x.var(0, { unbiased: false, keepDim: false }).toArray()).toEqual([2.25, 1, 1]);
    expect(x.std(-2, { unbiased: false }).toArray()).toEqual([[1.5, 1, 1]]);
    expect(x.t().std(0, { unbiased: true, keepDim: false }).toArray()).toEqual([Math.fround(Math.sqrt(7)), 0]);
  });

  test("keep their digits far from zero", () => {
    const far = tensor([1e9, 1e9 + 1, 1e9 + 2], { dtype: "float64" });
    expect(far.var()).toBe(1);
    expect(far.var(0).toArray()).toEqual([1]);
    expect(far.view(3, 1).expand(3, 5).var(0).toArray()).toEqual([[1, 1, 1, 1, 1]]);
  });

  test("of one element are NaN, or 0 when they need not be unbiased", () => {
    expect([tensor([5]).var(), tensor([5]).std()]).toEqual([notANumber, notANumber]);
    expect(
      tensor([[5, 6]])
        .var(0)
        .toArray(),
    ).toEqual([[notANumber, notANumber]]);
    expect(
      tensor([[5, 6]])
        .std(0, { unbiased: false })
        .toArray(),
    ).toEqual([[0, 0]]);
  });

  test("of NaN and infinities are NaN", () => {
    expect(tensor([1, notANumber]).var()).toBeNaN();
    expect(tensor([1, infinity]).std()).toBeNaN();
  });

  test("are refused for empty tensors, integers and unknown options", () => {
    expect(() => tensor([]).var()).toThrow(ShapeError);
    expect(() => tensor([]).std(0)).toThrow("std: expected a tensor that is not empty, got size []");
    expect(() => counts.var()).toThrow(DTypeError);
    expect(() => counts.std(0)).toThrow("std: expected a float64 or float32 tensor, got int32");
    expect(() => x.var(2)).toThrow(IndexError);
    expect(() => callAnyhow(x.var, x, [{ bias: true }])).toThrow('var: expected options named unbiased, got "bias"');
    expect(() => callAnyhow(x.var, x, [0, true])).toThrow(ArgumentError);
  });

  test("go into a destination, the operand among others", () => {
    const out = zeros(1, 3);
    const before = storageAllocations();
    expect(variance(x, 0, { unbiased: false, out })).toBe(out);
    expect(storageAllocations() - before).toBe(0);
    expect(out.toArray()).toEqual([[2.25, 1, 1]]);
    const y = x.clone();
    expect(std(y, 0, { unbiased: false, out: y }).toArray()).toEqual([[1.5, 1, 1]]);
    const [whole, options] = [tensor([1, 4]), { unbiased: false }];
    expect([variance(whole, options), std(whole, options), variance(whole), std(tensor([1, 5, 9]))]).toEqual([
      2.25, 1.5, 4.5, 4,
    ]);
  });
});

describe("norms", () => {
  const x = tensor([
    [3, -4, 0],
    [0, 0, -2],
  ]);

  test("are those of all elements, or of each run along a dimension", () => {
    expect(x.norm()).toBe(Math.sqrt(29));
    expect([x.norm(1), x.norm(0), x.norm(infinity), x.t().norm(infinity)]).toEqual([9, 3, 4, 4]);
    expect(x.norm(2, 1).toArray()).toEqual([[5], [2]]);
    expect(x.norm(undefined, 1, { keepDim: false }).toArray()).toEqual([5, 2]);
    expect(x.norm(1, 0).toArray()).toEqual([[3, 4, 2]]);
    expect(x.norm(0, -1, { keepDim: false }).toArray()).toEqual([2, 1]);
    expect(x.norm(infinity, 0, { keepDim: false }).toArray()).toEqual([3, 4, 2]);
    expect(x.norm(3, 1).get(0, 0)).toBeCloseTo(91 ** (1 / 3), 6);
    expect(norm(x, 1)).toBe(9);
    expect(norm(x, 1, 0, { out: x.clone() }).toArray()).toEqual([[3, 4, 2]]);
  });

  test("do not overflow float32 on the way", () => {
    expect(tensor([3e30, 4e30]).norm(2, 0).toArray()).toEqual([Math.fround(5e30)]);
  });

  test("of NaN are NaN, of an empty tensor 0", () => {
    expect([tensor([1, notANumber]).norm(), tensor([1, notANumber]).norm(infinity)]).toEqual([notANumber, notANumber]);
    expect([tensor([]).norm(), tensor([]).norm(infinity)]).toEqual([0, 0]);
  });

  test("are refused for integers and for powers that are none", () => {
    const out = zeros([4], { dtype: "int32" });
    expect(() => counts.norm()).toThrow(DTypeError);
    expect(() => counts.norm(2, 0, { out })).toThrow("norm: expected a float64 or float32 tensor, got int32");
    expect(out.size()).toEqual([4]);
    expect(() => x.norm(notANumber)).toThrow("norm: expected a power that is a number or Infinity, got NaN");
    expect(() => callAnyhow(x.norm, x, ["inf"])).toThrow('norm: expected a number, got "inf"');
    expect(() => x.norm(2, 2)).toThrow(IndexError);
  });
});

describe("renorm", () => {
  test("scales the slices whose norm is too large, in place", () => {
    const x = tensor([
      [3, 4],
      [0, 1],
    ]);
    expect(x.renorm(2, 0, 1)).toBe(x);
    expect(x.get(0, 0)).toBeCloseTo(0.6, 6);
    expect(x.get(0, 1)).toBeCloseTo(0.8, 6);
    expect(x.select(0, 1).toArray()).toEqual([0, 1]);
  });

  test("takes slices of any dimension of any layout", () => {
    const x = randn([2, 3, 4], { dtype: "float64" });
    const norms = x.permute(1, 0, 2).contiguous().view(3, 8).norm(1, 1);
    const y = renorm(x.permute(2, 1, 0), 1, -2, 0.5).permute(2, 1, 0);
    expect(y.permute(1, 0, 2).contiguous().view(3, 8).norm(1, 1).max()).toBeLessThanOrEqual(0.5);
    expect(
      y.select(1, 0).dist(
        x
          .select(1, 0)
          .clone()
          .mul(0.5 / (norms.get(0, 0) + 1e-7)),
      ),
    ).toBeLessThan(1e-12);
  });

  test("goes by the largest magnitude when p is infinite, and leaves NaN alone", () => {
    const x = tensor([
      [1, -8],
      [notANumber, 8],
    ]);
    expect(x.renorm(infinity, 0, 4).get(0, 1)).toBeCloseTo(-4, 5);
    expect(x.select(0, 1).toArray()).toEqual([notANumber, 8]);
  });

  test("checks its arguments before it changes anything", () => {
    const x = tensor([[3, 4]]);
    expect(() => x.renorm(0, 0, 1)).toThrow("renorm: expected a power above 0, got 0");
    expect(() => x.renorm(2, 0, -1)).toThrow("renorm: expected a largest norm of 0 or more, got -1");
    expect(() => x.renorm(2, 2, 1)).toThrow(IndexError);
    expect(() => tensor([3, 4]).renorm(2, 0, 1)).toThrow("renorm: expected at least 2 dimensions, got size [2]");
    expect(() => counts.view(1, 3).renorm(2, 0, 1)).toThrow(DTypeError);
    expect(() =>
      tensor([[3], [4]])
        .expand(2, 2)
        .renorm(2, 0, 1),
    ).toThrow("write to a clone()");
    expect(renorm(tensor([[3], [4]]).expand(2, 2), 1, 0, 100).toArray()).toEqual([
      [3, 3],
      [4, 4],
    ]);
    expect(x.toArray()).toEqual([[3, 4]]);
  });
});

describe("dist", () => {
  test("is the norm of the difference", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    const y = tensor([
      [1, 0],
      [6, 10],
    ]).t();
    expect([x.dist(y), x.dist(y, 1), x.dist(y, 0), x.dist(y, infinity)]).toEqual([Math.sqrt(16 + 9 + 36), 13, 3, 6]);
    expect(x.dist(y, 3)).toBeCloseTo((64 + 27 + 216) ** (1 / 3), 12);
    expect([dist(x, x), dist(tensor([]), tensor([]))]).toEqual([0, 0]);
    expect(tensor([notANumber]).dist(tensor([1]), infinity)).toBeNaN();
  });

  test("refuses other sizes, other dtypes and integers", () => {
    const x = tensor([1, 2]);
    expect(() => x.dist(tensor([[1, 2]]))).toThrow(ShapeError);
    expect(() => callAnyhow(x.dist, x, [tensor([1, 2], { dtype: "float64" })])).toThrow(DTypeError);
    expect(() => counts.dist(counts)).toThrow("dist: expected a float64 or float32 tensor, got int32");
    expect(() => callAnyhow(x.dist, x, [3])).toThrow("dist: expected a tensor, got 3");
  });
});

describe("cumulative sums and products", () => {
  test("go along the first dimension unless told otherwise", () => {
    const x = tensor([
      [1, 2, 3],
      [4, 5, 6],
    ]);
    expect(x.cumsum().toArray()).toEqual([
      [1, 2, 3],
      [5, 7, 9],
    ]);
    expect(x.cumsum(-1).toArray()).toEqual([
      [1, 3, 6],
      [4, 9, 15],
    ]);
    expect(x.t().cumprod(0).toArray()).toEqual([
      [1, 4],
      [2, 20],
      [6, 120],
    ]);
    expect(cumsum(x, 1).equal(x.cumsum(1))).toBe(true);
    expect(cumprod(x, 1).equal(x.cumprod(1))).toBe(true);
  });

  test("of many columns are those of each", () => {
    const x = randn(9, 1100);
    expect(x.cumsum(0).equal(x.t().contiguous().cumsum(1).t())).toBe(true);
    expect(x.cumprod(0).equal(x.t().contiguous().cumprod(1).t())).toBe(true);
  });

  test("may replace the operand, also transposed", () => {
    const x = tensor([
      [1, 2],
      [3, 4],
    ]);
    expect(x.cumsum(0, { out: x }).toArray()).toEqual([
      [1, 2],
      [4, 6],
    ]);
    x.cumsum(0, { out: x.t() });
    expect(x.toArray()).toEqual([
      [1, 5],
      [2, 8],
    ]);
    const wide = randn(20, 6);
    const expected = wide.cumprod(0);
    expect(wide.cumprod(0, { out: wide }).equal(expected)).toBe(true);
  });

  test("accumulate in double precision, integers wrap around", () => {
    expect(tensor([1, 1e-8, 1e-8, 1e-8, 1e-8, 1e-8, 1e-8]).cumsum().get(6)).toBe(Math.fround(1 + 6e-8));
    expect(tensor([200, 100], { dtype: "uint8" }).cumsum().toArray()).toEqual([200, 44]);
    const big = 2 ** 31 - 1;
    expect(tensor([big, big, big], { dtype: "int32" }).cumprod().toArray()).toEqual([big, 1, big]);
    expect(tensor([big, 1], { dtype: "int32" }).cumsum().toArray()).toEqual([big, -(2 ** 31)]);
    expect(tensor([1, notANumber, 2]).cumsum().toArray()).toEqual([1, notANumber, notANumber]);
  });

  test("refuse dimensions and options that are not there", () => {
    expect(() => tensor([]).cumsum()).toThrow(IndexError);
    expect(() => tensor([1]).cumprod(1)).toThrow(IndexError);
    expect(() => callAnyhow(tensor([1]).cumsum, tensor([1]), [0, { keepDim: true }])).toThrow(
      'cumsum: expected options named out, got "keepDim"',
    );
  });
});

describe("histograms", () => {
  test("count the elements in each bin, the last of which is closed", () => {
    const x = tensor([0.125, 0.25, 0.5, 0.875, 0.875, 1, 5, notANumber]);
    expect(x.histc(4, 0, 1).toArray()).toEqual([1, 1, 1, 3]);
    expect(x.view(2, 4).t().histc(1, 0, 1).toArray()).toEqual([6]);
    expect(histc(tensor([1, 2, 2, 3]), 3).toArray()).toEqual([1, 2, 1]);
    expect(tensor([1, 2, 2, 3]).histc().size()).toEqual([100]);
  });

  test("go 1 beyond a single number on each side", () => {
    expect(tensor([4, 4]).histc(2).toArray()).toEqual([0, 2]);
    expect(tensor([4, 4]).histc(2, 9, 9).toArray()).toEqual([0, 2]);
  });

  test("round their bounds to the dtype, so that elements written like them are inside", () => {
    expect(tensor([0.1, 0.7]).histc(1, 0.1, 0.7).toArray()).toEqual([2]);
  });

  test("of the rows of a matrix share their bounds", () => {
    const x = tensor([
      [1, 2, 2],
      [3, 3, 1],
    ]);
    expect(x.bhistc(3).toArray()).toEqual([
      [1, 2, 0],
      [1, 0, 2],
    ]);
    expect(x.t().bhistc(1, 2, 3).toArray()).toEqual([[1], [2], [1]]);
    expect(x.bhistc(2, 1, 3, { out: x }).toArray()).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  test("refuse what they can not count", () => {
    const x = tensor([1, 2]);
    expect(() => x.histc(0)).toThrow("histc: expected a whole number of bins from 1 up, got 0");
    expect(() => x.histc(2, 3, 1)).toThrow("histc: expected finite bounds in order, got 3 and 1");
    expect(() => tensor([1, infinity]).histc(2)).toThrow("histc: expected finite bounds in order, got 1 and Infinity");
    expect(() => tensor([1, notANumber]).histc(2)).toThrow(ArgumentError);
    expect(() => tensor([]).histc(2)).toThrow(ShapeError);
    expect(tensor([]).histc(2, 0, 1).toArray()).toEqual([0, 0]);
    expect(() => counts.histc(2)).toThrow(DTypeError);
    expect(() => x.bhistc(2)).toThrow("bhistc: expected 2 dimensions, got size [2]");
  });
});
