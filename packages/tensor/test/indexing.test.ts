import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  DTypeError,
  dtypes,
  IndexError,
  index,
  indexAdd,
  indexFill,
  maskedFill,
  range,
  ShapeError,
  scatter,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

const counted = (...size: number[]) => range(0, size.reduce((a, b) => a * b, 1) - 1).view(size);
const at = (...indices: number[]) => tensor(indices, { dtype: "int32" });
const where = (...ones: number[]) => tensor(ones, { dtype: "uint8" });

describe("index", () => {
  test("copies the slices that the indices name, in their order", () => {
    const x = counted(3, 2);
    expect(x.index(0, at(2, 0, 2)).toArray()).toEqual([
      [4, 5],
      [0, 1],
      [4, 5],
    ]);
    expect(x.index(-1, at(1)).toArray()).toEqual([[1], [3], [5]]);
    expect(range(1, 3).index(0, at(2, 1)).toArray()).toEqual([3, 2]);
    expect(x.index(0, at(1)).fill(9).sum()).toBe(18);
    expect(x.get(1, 0)).toBe(2);
  });

  test.each(dtypes)("moves long and short rows of %s, dense and strided", (dtype) => {
    for (const columns of [3, 50]) {
      const x = new Tensor([4, columns], { dtype }).apply(next());
      const expected = [x.select(0, 3), x.select(0, 1)].map((row) => row.toArray());
      expect(x.index(0, at(3, 1)).toArray()).toEqual(expected);
      expect(x.clone().t().index(1, at(3, 1)).t().toArray()).toEqual(expected);
      expect(
        x
          .t()
          .index(1, at(0, 3, 1).slice([1]))
          .t()
          .toArray(),
      ).toEqual(expected);
    }
  });

  test("reads expanded tensors and strided indices", () => {
    expect(
      tensor([[7, 8]])
        .expand(3, 2)
        .index(0, at(2, 0))
        .toArray(),
    ).toEqual([
      [7, 8],
      [7, 8],
    ]);
    expect(
      range(1, 3)
        .index(0, at(2, 0, 1, 0).slice([0, 4, 2]))
        .toArray(),
    ).toEqual([3, 2]);
  });

  test("may have its operand or its indices as destination", () => {
    const x = range(1, 3);
    x.index(0, at(2, 2, 0, 1), { out: x });
    expect(x.toArray()).toEqual([3, 3, 1, 2]);
    const indices = at(1, 0, 1);
    at(5, 6).index(0, indices, { out: indices });
    expect(indices.toArray()).toEqual([6, 5, 6]);
  });
});

test("indexCopy lets the last of equal indices stay", () => {
  const x = zeros(3, 2);
  x.indexCopy(0, at(2, 0, 2), counted(3, 2));
  expect(x.toArray()).toEqual([
    [2, 3],
    [0, 0],
    [4, 5],
  ]);
});

test("indexAdd adds up equal indices, in single precision for float32", () => {
  expect(
    zeros(2)
      .indexAdd(0, at(1, 1, 1), range(1, 3))
      .toArray(),
  ).toEqual([0, 6]);
  const many = zeros(2, 40).indexAdd(0, at(1, 1), zeros(2, 40).add(0.1));
  expect(many.get(1, 39)).toBe(Math.fround(2 * Math.fround(0.1)));
  expect(zeros([2], { dtype: "uint8" }).indexAdd(0, at(0, 0), where(200, 100)).toArray()).toEqual([44, 0]);
});

test("writing by indices takes sources and indices that overlap what is written", () => {
  const x = range(1, 4);
  x.indexCopy(0, at(1, 2, 3), x.narrow(0, 0, 3));
  expect(x.toArray()).toEqual([1, 1, 2, 3]);
  const rows = counted(3, 20);
  const before = rows.clone();
  rows.indexAdd(0, at(1, 2), rows.narrow(0, 0, 2));
  expect(rows.select(0, 2).toArray()).toEqual(before.select(0, 2).add(before.select(0, 1)).toArray());
  const indices = at(1, 2, 0);
  indices.indexFill(0, indices, 9);
  expect(indices.toArray()).toEqual([9, 9, 9]);
  const turned = at(1, 2, 0);
  turned.scatter(0, turned, turned);
  expect(turned.toArray()).toEqual([0, 1, 2]);
});

test("gather takes one element for each index", () => {
  const x = counted(2, 3);
  const indices = tensor(
    [
      [2, 0],
      [1, 1],
    ],
    { dtype: "int32" },
  );
  expect(x.gather(1, indices).toArray()).toEqual([
    [2, 0],
    [4, 4],
  ]);
  expect(x.gather(0, tensor([[1, 0, 1]], { dtype: "int32" })).toArray()).toEqual([[3, 1, 5]]);
  expect(x.t().gather(0, indices.t()).toArray()).toEqual([
    [2, 4],
    [0, 4],
  ]);
});

test("scatter is the opposite of gather; scatterAdd adds up", () => {
  const x = counted(3, 4);
  const order = tensor(
    [
      [3, 1, 0, 2],
      [0, 1, 2, 3],
      [1, 0, 3, 2],
    ],
    { dtype: "int32" },
  );
  expect(zeros(3, 4).scatter(1, order, x.gather(1, order)).equal(x)).toBe(true);
  expect(
    zeros(2, 2)
      .scatter(0, tensor([[1, 1]], { dtype: "int32" }), Number.NaN)
      .toArray(),
  ).toEqual([
    [0, 0],
    [Number.NaN, Number.NaN],
  ]);
  expect(
    zeros(3)
      .scatterAdd(0, at(0, 2, 0), range(1, 3))
      .toArray(),
  ).toEqual([4, 0, 2]);
  expect(
    zeros(3)
      .scatter(0, at(0, 2, 0), range(1, 3))
      .toArray(),
  ).toEqual([3, 0, 2]);
});

describe("indices that are wrong", () => {
  const x = counted(2, 3);
  const before = x.toArray();
  const source = zeros(2, 3).fill(9);

  test("are refused before anything is written", () => {
    for (const bad of [3, -1]) {
      const indices = at(0, bad, 1);
      const attempts = [
        () => x.index(1, indices, { out: x }),
        () => x.indexCopy(1, indices, source),
        () => x.indexAdd(1, indices, source),
        () => x.indexFill(1, indices, 9),
      ];
      const name = ["index", "indexCopy", "indexAdd", "indexFill"];
      attempts.forEach((attempt, i) => {
        expect(attempt).toThrow(IndexError);
        expect(attempt).toThrow(`${name[i]}: expected indices from 0 to 2, got ${bad}`);
      });
      const matrix = tensor(
        [
          [0, bad, 1],
          [0, 0, 0],
        ],
        { dtype: "int32" },
      );
      expect(() => x.gather(1, matrix, { out: x })).toThrow(IndexError);
      expect(() => x.scatter(1, matrix, source)).toThrow(`scatter: expected indices from 0 to 2, got ${bad}`);
      expect(() => x.scatter(1, matrix, 9)).toThrow(IndexError);
      expect(() => x.scatterAdd(1, matrix, source)).toThrow(IndexError);
    }
    expect(x.toArray()).toEqual(before);
  });

  test("are those of another dtype, size or dimension too", () => {
    const floats: Tensor = range(0, 1);
    expect(() => x.index(0, floats as Tensor<"int32">)).toThrow("index: expected int32 indices, got float32");
    expect(() => x.gather(0, floats as Tensor<"int32">)).toThrow(DTypeError);
    // @ts-expect-error: an array
    expect(() => x.index(0, [0, 1])).toThrow("index: expected a tensor, got an array");
    expect(() => x.index(0, zeros([1, 1], { dtype: "int32" }))).toThrow(
      "index: expected a vector of indices, got size [1, 1]",
    );
    expect(() => x.index(0, new Tensor([], { dtype: "int32" }))).toThrow(ShapeError);
    expect(() => x.index(2, at(0))).toThrow("index: expected a dimension from -2 to 1, got dimension 2");
    expect(() => new Tensor().index(0, at(0))).toThrow(IndexError);
    expect(() => x.gather(0, at(0))).toThrow(
      "gather: expected indices of a size that differs from [2, 3] in dimension 0 at most, got [1]",
    );
    expect(() => x.gather(1, at(0))).toThrow(ShapeError);
    expect(() => x.scatter(1, zeros([1, 3], { dtype: "int32" }), 1)).toThrow(ShapeError);
    // @ts-expect-error: a string
    expect(() => x.indexFill(0, at(0), "9")).toThrow('indexFill: expected a number, got "9"');
  });

  test("and sources of another size or dtype, and destinations whose elements coincide", () => {
    expect(() => x.indexCopy(1, at(0), source)).toThrow("indexCopy: expected a source of size [2, 1], got [2, 3]");
    expect(() => x.indexAdd(0, at(0), source)).toThrow(ShapeError);
    expect(() => x.scatter(0, zeros([1, 3], { dtype: "int32" }), source)).toThrow(
      "scatter: expected a source of size [1, 3], got [2, 3]",
    );
    const other: Tensor = zeros([2, 3], { dtype: "float64" });
    expect(() => (x as Tensor).indexCopy(1, at(0, 1, 2), other)).toThrow(DTypeError);
    expect(() => (x as Tensor).scatter(1, zeros([2, 3], { dtype: "int32" }), other)).toThrow(DTypeError);
    const wide = zeros(1, 3).expand(2, 3);
    const rows = zeros([2, 3], { dtype: "int32" });
    expect(() => wide.indexFill(0, at(0), 1)).toThrow("indexFill: expected a destination whose elements are apart");
    expect(() => wide.indexCopy(0, at(0, 1), source)).toThrow(ShapeError);
    expect(() => wide.scatter(0, rows, 1)).toThrow(ShapeError);
    expect(() => wide.maskedFill(zeros([2, 3], { dtype: "uint8" }), 1)).toThrow(ShapeError);
    expect(() => wide.put([0, null], 1).put([[0]], 1)).toThrow(ShapeError);
    expect(x.toArray()).toEqual(before);
  });
});

test("maskedSelect gives a vector in row-major order, empty when nothing is selected", () => {
  const x = counted(2, 3);
  expect(x.t().maskedSelect(x.t().gt(2)).toArray()).toEqual([3, 4, 5]);
  const nothing = x.maskedSelect(x.gt(9), { out: range(1, 2) });
  expect([nothing.dim(), nothing.dtype]).toEqual([0, "float32"]);
  expect(
    tensor([4])
      .expand(3)
      .maskedSelect(where(1, 0, 1))
      .toArray(),
  ).toEqual([4, 4]);
  expect(new Tensor().maskedSelect(new Tensor([], { dtype: "uint8" })).dim()).toBe(0);
});

test("maskedFill and maskedCopy write where the mask is 1, which may be a view of the tensor itself", () => {
  const x = counted(2, 2);
  expect(
    x
      .t()
      .maskedFill(
        tensor(
          [
            [0, 1],
            [0, 0],
          ],
          { dtype: "uint8" },
        ),
        Number.NaN,
      )
      .get(0, 1),
  ).toBe(Number.NaN);
  expect(x.toArray()).toEqual([
    [0, 1],
    [Number.NaN, 3],
  ]);
  const mask = where(0, 1, 1, 0);
  mask.narrow(0, 1, 3).maskedFill(mask.narrow(0, 0, 3), 5);
  expect(mask.toArray()).toEqual([0, 1, 5, 5]);
  const y = range(1, 4);
  y.maskedCopy(where(0, 1, 1, 1), y);
  expect(y.toArray()).toEqual([1, 1, 2, 3]);
  expect(
    zeros(3)
      .maskedCopy(where(1, 0, 1), counted(2, 2).t())
      .toArray(),
  ).toEqual([0, 0, 2]);
  expect(range(1, 2).maskedCopy(where(0, 0), new Tensor()).toArray()).toEqual([1, 2]);
  expect(new Tensor().maskedFill(new Tensor([], { dtype: "uint8" }), 1).dim()).toBe(0);
});

test("masks of another size, dtype or with other numbers are refused, and sources with too few elements", () => {
  const x = range(1, 3);
  expect(() => x.maskedFill(where(1, 0), 9)).toThrow("maskedFill: expected two tensors of one size, got [3] and [2]");
  expect(() => x.maskedFill(where(1, 0, 2), 9)).toThrow("maskedFill: expected a mask of zeros and ones, got 2");
  expect(() => x.maskedFill(where(1, 0, 2), 9)).toThrow(ArgumentError);
  // @ts-expect-error: a mask of another dtype
  expect(() => x.maskedSelect(at(1, 0, 1))).toThrow("maskedSelect: expected a uint8 mask, got int32");
  // @ts-expect-error: no number
  expect(() => x.maskedFill(where(1, 0, 1), undefined)).toThrow(ArgumentError);
  expect(() => x.maskedCopy(where(1, 1, 0), tensor([9]))).toThrow(
    "maskedCopy: expected at least 2 elements, one for each 1 of the mask, got size [1]",
  );
  expect(() => (x as Tensor).maskedCopy(where(1, 1, 0), at(1, 2))).toThrow(DTypeError);
  expect(x.toArray()).toEqual([1, 2, 3]);
});

test("nonzero gives one row of indices for each element that is not 0", () => {
  const x = zeros(2, 3, 2);
  x.put([1, 2, 0], 4).put([0, 0, 1], Number.NaN);
  expect(x.nonzero().toArray()).toEqual([
    [0, 0, 1],
    [1, 2, 0],
  ]);
  expect(x.transpose(0, 2).nonzero().toArray()).toEqual([
    [0, 2, 1],
    [1, 0, 0],
  ]);
  expect(tensor([-0, 0]).nonzero().dim()).toBe(0);
  expect(new Tensor().nonzero().dim()).toBe(0);
});

describe("put", () => {
  test("writes one element, a part, or where a mask is 1", () => {
    const x = zeros(2, 3);
    expect(x.put([0, -1], 1)).toBe(x);
    x.put([1], 2).put([null, [0, 1]], tensor([[7], [8]]));
    expect(x.toArray()).toEqual([
      [7, 0, 1],
      [8, 2, 2],
    ]);
    x.put(x.eq(2), 0).put(x.gt(6), tensor([5, 6]));
    expect(x.toArray()).toEqual([
      [5, 0, 1],
      [6, 0, 0],
    ]);
  });

  test("takes a part of the same tensor as value", () => {
    const x = range(1, 4);
    x.put([[1]], x.slice([0, 3]));
    expect(x.toArray()).toEqual([1, 1, 2, 3]);
    const square = counted(2, 2);
    square.put([], square.t());
    expect(square.toArray()).toEqual([
      [0, 2],
      [1, 3],
    ]);
  });

  test("refuses what does not fit, and writes nothing then", () => {
    const x = counted(2, 2);
    expect(() => x.put([0, 2], 1)).toThrow("put: expected an index from -2 to 1, got 2");
    expect(() => x.put([0, 0, 0], 1)).toThrow("put: expected at most 2 parts");
    expect(() => x.put([[2]], 1)).toThrow("put: expected a range of at least one element");
    expect(() => x.put([0], range(1, 3))).toThrow("put: expected two tensors of one size, got [2] and [3]");
    expect(() => (x as Tensor).put([0], at(1, 2))).toThrow(DTypeError);
    expect(() => x.put([0, 0], range(1, 1))).toThrow("put: expected a number for the element at [0, 0], got a tensor");
    // @ts-expect-error: no value
    expect(() => x.put([0, 0], undefined)).toThrow(ArgumentError);
    // @ts-expect-error: a string
    expect(() => x.put([0], "1")).toThrow('put: expected a tensor, got "1"');
    expect(() => x.put(x.gt(0), range(1, 4))).toThrow(
      "put: expected 3 elements, one for each 1 of the mask, got size [4]",
    );
    // @ts-expect-error: a mask of another dtype
    expect(() => x.put(x, 1)).toThrow("put: expected a uint8 mask, got float32");
    // @ts-expect-error: no index
    expect(() => x.put(null, 1)).toThrow(ArgumentError);
    expect(() => new Tensor().put([], 1)).toThrow(IndexError);
    expect(x.toArray()).toEqual([
      [0, 1],
      [2, 3],
    ]);
  });
});

test("the functions leave their operands alone and write where they are told to", () => {
  const x = range(1, 3);
  const out = zeros(1);
  expect(indexFill(x, 0, at(0), 9, { out })).toBe(out);
  expect(out.toArray()).toEqual([9, 2, 3]);
  expect(maskedFill(x, x.gt(2), 0).toArray()).toEqual([1, 2, 0]);
  expect(scatter(x, 0, at(2), 7).toArray()).toEqual([1, 2, 7]);
  expect(x.toArray()).toEqual([1, 2, 3]);
  indexAdd(x, 0, at(0, 0, 2), x, { out: x });
  expect(x.toArray()).toEqual([4, 2, 6]);
});

test("the functions check before they resize their destination", () => {
  const out = range(1, 2);
  const x = range(1, 3);
  expect(() => index(x, 0, at(3), { out })).toThrow(IndexError);
  expect(() => indexAdd(x, 0, at(3), range(1, 1), { out })).toThrow(IndexError);
  expect(() => indexFill(x, 0, at(-1), 1, { out })).toThrow(IndexError);
  expect(() => scatter(x, 0, at(0), range(1, 2), { out })).toThrow(ShapeError);
  expect(() => maskedFill(x, where(1), 0, { out })).toThrow(ShapeError);
  // @ts-expect-error: no tensor
  expect(() => maskedFill(3, where(1), 0, { out })).toThrow("maskedFill: expected a tensor, got 3");
  // @ts-expect-error: a misspelt option
  expect(() => index(x, 0, at(0), { to: out })).toThrow(ArgumentError);
  expect(out.toArray()).toEqual([1, 2]);
});

/** Numbers that every dtype holds. */
function next(): () => number {
  let count = 0;
  return () => count++ % 100;
}
