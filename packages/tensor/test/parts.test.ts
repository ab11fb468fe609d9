import { describe, expect, test } from "vitest";
import {
  ArgumentError,
  cat,
  type DType,
  DTypeError,
  IndexError,
  type Part,
  range,
  repeatTensor,
  reshape,
  ShapeError,
  stack,
  Tensor,
  tensor,
  zeros,
} from "../src/index.ts";

const counted = (...size: number[]) => range(0, size.reduce((a, b) => a * b, 1) - 1).view(size);

describe("slice", () => {
  const x = counted(3, 4);

  test("takes an index, a range or all of each dimension, and all of those not mentioned", () => {
    expect(x.slice(1).toArray()).toEqual([4, 5, 6, 7]);
    expect(x.slice(null, 1).toArray()).toEqual([1, 5, 9]);
    expect(x.slice([1, 3], [0, 2]).toArray()).toEqual([
      [4, 5],
      [8, 9],
    ]);
    expect(x.slice(0, [1, 2]).toArray()).toEqual([1]);
    expect(x.slice().toArray()).toEqual(x.toArray());
  });

  test("counts negative indices and limits from the end", () => {
    expect(x.slice(-1, [-2]).toArray()).toEqual([10, 11]);
    expect(x.slice([0, -1], [-3, -1]).toArray()).toEqual([
      [1, 2],
      [5, 6],
    ]);
  });

  test("goes in steps", () => {
    expect(x.slice(0, [0, 4, 3]).toArray()).toEqual([0, 3]);
    expect(x.slice(0, [1, undefined, 2]).toArray()).toEqual([1, 3]);
    expect(x.slice([0, 3, 5], [0, 3, 2]).toArray()).toEqual([[0, 2]]);
  });

  test("is a view", () => {
    const base = zeros(2, 4);
    base.slice(null, [1, 4, 2]).fill(1);
    expect(base.toArray()).toEqual([
      [0, 1, 0, 1],
      [0, 1, 0, 1],
    ]);
    expect(base.slice(1, [2]).storage()).toBe(base.storage());
  });

  test("points to get when every dimension has an index", () => {
    expect(() => x.slice(1, 2)).toThrow(ShapeError);
    expect(() => x.slice(1, -2)).toThrow(
      "slice: expected a part with dimensions, got an index for each dimension of size [3, 4]; take get(1, -2)",
    );
  });

  test.each<readonly [Part, string]>([
    [[1, 1], "at least one element of dimension 0 of size [3, 4], got [1, 1]"],
    [[2, 1], "got [2, 1]"],
    [[0, 4], "got [0, 4]"],
    [[3], "got [3]"],
    [[-4], "got [-4]"],
    [[0, -3], "got [0, -3]"],
    [[0.5, 2], "got [0.5, 2]"],
    [[0, 1.5], "got [0, 1.5]"],
    [[Number.NaN], "got [NaN]"],
    [3, "expected an index from -3 to 2, got 3"],
    [Number.NaN, "got NaN"],
  ])("refuses %j, which the dimension does not have", (part, message) => {
    expect(() => x.slice(part)).toThrow(IndexError);
    expect(() => x.slice(part)).toThrow(message);
  });

  test("refuses more parts than dimensions, steps below 1 and parts of another kind", () => {
    expect(() => x.slice(null, null, null)).toThrow(
      "slice: expected at most 2 parts, one for each dimension of size [3, 4], got 3",
    );
    expect(() => new Tensor().slice(0)).toThrow(IndexError);
    expect(new Tensor().slice().dim()).toBe(0);
    for (const step of [0, -1, 0.5, Number.NaN]) expect(() => x.slice([0, 2, step])).toThrow(ArgumentError);
    for (const part of [[], [0, 1, 1, 1], "0", {}, undefined, true]) {
      // @ts-expect-error: no parts
      expect(() => x.slice(part)).toThrow(ArgumentError);
    }
    // @ts-expect-error: no part
    expect(() => x.slice(null, "all")).toThrow(
      "slice: expected an index, a range [from, to, step] or null for dimension 1, got all",
    );
  });
});

test("slices gives the views of a dimension one after the other", () => {
  const x = counted(2, 3);
  for (const row of x.slices()) row.mul(10);
  expect([...x.slices(-1)].map((column) => column.toArray())).toEqual([
    [0, 30],
    [10, 40],
    [20, 50],
  ]);
});

test("slices refuses a vector, which has no slices but elements, before anything is asked of it", () => {
  expect(() => range(1, 3).slices()).toThrow("slices: expected at least 2 dimensions, got size [3]; take values()");
  expect(() => new Tensor().slices()).toThrow(IndexError);
  expect(() => counted(2, 2).slices(2)).toThrow(IndexError);
});

test("split gives pieces of one size, the last one smaller", () => {
  const pieces = counted(2, 5).split(2, 1);
  expect(pieces.map((piece) => piece.toArray())).toEqual([
    [
      [0, 1],
      [5, 6],
    ],
    [
      [2, 3],
      [7, 8],
    ],
    [[4], [9]],
  ]);
  expect(range(1, 3).split(7)).toHaveLength(1);
  const x = zeros(3);
  x.split(2)[1].fill(1);
  expect(x.toArray()).toEqual([0, 0, 1]);
});

test("chunk gives pieces of ⌈n / count⌉, which may be fewer than asked for", () => {
  const sizes = (n: number, count: number) =>
    zeros(n)
      .chunk(count)
      .map((piece) => piece.nElement());
  expect(sizes(6, 3)).toEqual([2, 2, 2]);
  expect(sizes(5, 3)).toEqual([2, 2, 1]);
  expect(sizes(5, 4)).toEqual([2, 2, 1]);
  expect(sizes(2, 5)).toEqual([1, 1]);
  expect(counted(2, 4).chunk(2, -1)[1].toArray()).toEqual([
    [2, 3],
    [6, 7],
  ]);
});

test("split and chunk refuse sizes and counts below 1, and dimensions that are not there", () => {
  const x = counted(2, 3);
  for (const count of [0, -1, 1.5, Number.NaN]) {
    expect(() => x.split(count)).toThrow(`split: expected a size of 1 or more, got ${count}`);
    expect(() => x.chunk(count)).toThrow(`chunk: expected a number of pieces of 1 or more, got ${count}`);
  }
  expect(() => x.split(1, 2)).toThrow("split: expected a dimension from -2 to 1, got dimension 2");
  expect(() => x.chunk(1, -3)).toThrow("chunk: expected a dimension");
  expect(() => new Tensor().split(1)).toThrow(IndexError);
  expect(() => new Tensor().chunk(1)).toThrow(IndexError);
});

test("unfold adds a dimension of windows", () => {
  expect(range(1, 5).unfold(0, 2, 1).toArray()).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
  ]);
  expect(counted(3, 2).unfold(0, 3, 4).toArray()).toEqual([
    [
      [0, 2, 4],
      [1, 3, 5],
    ],
  ]);
  expect(counted(2, 4).t().unfold(-2, 2, 2).get(1, 1, 0)).toBe(6);
  expect(range(1, 3).unfold(0, 1, 1).size()).toEqual([3, 1]);
});

test("windows that overlap can not be written", () => {
  const x = range(1, 4);
  expect(() => x.unfold(0, 2, 1).add(1)).toThrow("expected a destination whose elements are apart");
  x.unfold(0, 2, 2).add(1);
  expect(x.toArray()).toEqual([2, 3, 4, 5]);
});

test("unfold refuses windows that do not fit and steps below 1", () => {
  const x = counted(2, 3);
  expect(() => x.unfold(1, 4, 1)).toThrow("windows that fit into dimension 1 of size [2, 3], got 4 elements");
  for (const size of [0, -1, 1.5]) expect(() => x.unfold(0, size, 1)).toThrow(IndexError);
  for (const step of [0, -1, 0.5]) expect(() => x.unfold(0, 1, step)).toThrow(ArgumentError);
  expect(() => new Tensor().unfold(0, 1, 1)).toThrow(IndexError);
});

test("reshape copies in element order, whatever the strides", () => {
  const x = counted(2, 3);
  const copy = x.t().reshape(2, -1);
  expect(copy.toArray()).toEqual([
    [0, 3, 1],
    [4, 2, 5],
  ]);
  copy.zero();
  expect(x.sum()).toBe(15);
  expect(x.reshape([6]).storage()).not.toBe(x.storage());
  expect(tensor([5]).view(1, 1).expand(2, 3).reshape(6).toArray()).toEqual([5, 5, 5, 5, 5, 5]);
  expect(new Tensor().reshape([]).dim()).toBe(0);
  expect(() => x.reshape(4)).toThrow("reshape: expected sizes for the 6 elements of [2, 3] (one may be -1), got [4]");
  expect(() => x.reshape(-1, -1)).toThrow(ShapeError);
});

test("reshape can write over its operand, or into a strided destination", () => {
  const x = counted(2, 3);
  reshape(x.t(), [2, 3], { out: x });
  expect(x.toArray()).toEqual([
    [0, 3, 1],
    [4, 2, 5],
  ]);
  const base = zeros(3, 2);
  reshape(range(1, 6), [2, 3], { out: base.t() });
  expect(base.toArray()).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
});

test("repeatTensor repeats along each dimension, and along new ones before them", () => {
  expect(
    tensor([[1, 2]])
      .repeatTensor(2, 2)
      .toArray(),
  ).toEqual([
    [1, 2, 1, 2],
    [1, 2, 1, 2],
  ]);
  expect(tensor([1, 2]).repeatTensor(1, 2, 1).size()).toEqual([1, 2, 2]);
  expect(repeatTensor(counted(2, 2).t(), [1, 2]).toArray()).toEqual([
    [0, 2, 0, 2],
    [1, 3, 1, 3],
  ]);
  expect(() => counted(2, 2).repeatTensor(2)).toThrow(
    "repeatTensor: expected a count of at least 1 for each dimension of size [2, 2], got [2]",
  );
  expect(() => range(1, 2).repeatTensor(0)).toThrow(ShapeError);
  expect(() => range(1, 2).repeatTensor(1.5)).toThrow(ShapeError);
  expect(() => new Tensor().repeatTensor(2)).toThrow(ShapeError);
});

test("cat joins along a dimension in which alone the tensors may differ", () => {
  const [a, b] = [counted(2, 2), counted(2, 2).add(10)];
  expect(cat([a, b]).toArray()).toEqual([
    [0, 1, 10, 11],
    [2, 3, 12, 13],
  ]);
  expect(cat([a, b.narrow(0, 1, 1)], -2).toArray()).toEqual([
    [0, 1],
    [2, 3],
    [12, 13],
  ]);
  expect(cat([a.t()]).toArray()).toEqual([
    [0, 2],
    [1, 3],
  ]);
  expect(() => cat([a, counted(3, 3)])).toThrow(
    "cat: expected tensors that differ in dimension 1 at most, got [2, 2] and [3, 3]",
  );
});

test("cat counts dimensions that a tensor lacks at its end as 1", () => {
  expect(cat([range(1, 2), range(3, 4)], 1).toArray()).toEqual([
    [1, 3],
    [2, 4],
  ]);
  expect(cat([counted(2, 2), range(8, 9)]).toArray()).toEqual([
    [0, 1, 8],
    [2, 3, 9],
  ]);
  expect(cat([range(1, 2), counted(2, 1)], 0).size()).toEqual([4, 1]);
  expect(() => cat([range(1, 2), range(1, 3)], 1)).toThrow(ShapeError);
  expect(() => cat([range(1, 2), range(1, 2)], 2)).toThrow("cat: expected a dimension from -1 to 0, got dimension 2");
});

test("cat passes over empty tensors, and joins nothing to nothing", () => {
  expect(cat([new Tensor(), range(1, 2), new Tensor()], 0).toArray()).toEqual([1, 2]);
  expect(cat([new Tensor(), new Tensor()]).dim()).toBe(0);
  expect(cat([new Tensor()], 0, { out: range(1, 3) }).dim()).toBe(0);
});

test("stack joins along a new dimension", () => {
  const rows = [range(1, 3), range(4, 6)];
  expect(stack(rows).toArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
  expect(stack(rows, -1).toArray()).toEqual([
    [1, 4],
    [2, 5],
    [3, 6],
  ]);
  expect(stack([counted(2, 3), counted(2, 3), counted(2, 3), counted(2, 3)], 1).size()).toEqual([2, 4, 3]);
  expect(() => stack([range(1, 2), range(1, 3)])).toThrow("tensors of one size that are not empty, got [2] and [3]");
  expect(() => stack([new Tensor()])).toThrow("that are not empty, got []");
  expect(() => stack(rows, 2)).toThrow(IndexError);
});

test("cat and stack take a list of tensors of one dtype, and change no destination when they refuse", () => {
  const out = range(1, 2);
  const integers: Tensor = tensor([1], { dtype: "int32" });
  for (const join of [cat, stack]) {
    expect(() => join([], 0, { out })).toThrow("expected a list of one or more tensors, got an empty one");
    // @ts-expect-error: no list
    expect(() => join(range(1, 2), 0, { out })).toThrow(ArgumentError);
    // @ts-expect-error: no tensor
    expect(() => join([range(1, 2), 3], 0, { out })).toThrow("expected a tensor, got 3");
    expect(() => join<DType>([range(1, 1), integers], 0, { out })).toThrow(DTypeError);
    // @ts-expect-error: a misspelt option
    expect(() => join([out], 0, { outt: out })).toThrow('expected options named out, got "outt"');
  }
  expect(() => cat([range(1, 2)], 0, { out: integers })).toThrow(DTypeError);
  expect([out.toArray(), integers.toArray()]).toEqual([[1, 2], [1]]);
});

test("a join may have one of its parts as its destination", () => {
  const base = range(1, 6);
  cat([base.narrow(0, 2, 2), base.narrow(0, 0, 2)], 0, { out: base.narrow(0, 0, 4) });
  expect(base.toArray()).toEqual([3, 4, 1, 2, 5, 6]);
});
