import { expect, test } from "vitest";
import { IndexError, range, ShapeError, Storage, Tensor, zeros } from "../src/index.ts";

const counted = (...size: number[]) => range(0, size.reduce((a, b) => a * b, 1) - 1).view(size);

test("narrow sees a part of a dimension", () => {
  const x = counted(3, 4);
  expect(x.narrow(0, 1, 2).toArray()).toEqual([
    [4, 5, 6, 7],
    [8, 9, 10, 11],
  ]);
  const part = x.narrow(-1, 1, 2);
  expect(part.toArray()).toEqual([
    [1, 2],
    [5, 6],
    [9, 10],
  ]);
  expect(part.storage()).toBe(x.storage());
  expect([part.storageOffset(), part.stride()]).toEqual([1, [4, 1]]);
});

test("narrow refuses what is outside, empty or no dimension", () => {
  const x = counted(3, 4);
  expect(() => x.narrow(0, 2, 2)).toThrow(IndexError);
  expect(() => x.narrow(0, 0, 0)).toThrow(IndexError);
  expect(() => x.narrow(2, 0, 1)).toThrow("expected a dimension from -2 to 1, got dimension 2");
  expect(() => x.narrow(0, -1, 1)).toThrow(IndexError);
});

test("select takes one slice and drops its dimension", () => {
  const x = counted(2, 3, 2);
  expect(x.select(1, -1).toArray()).toEqual([
    [4, 5],
    [10, 11],
  ]);
  expect(() => x.select(1, 3)).toThrow("select: expected an index from -3 to 2, got 3");
  expect(() => range(1, 3).select(0, 1)).toThrow("take get(index) or narrow");
});

test("transpose, t and permute exchange dimensions without copying", () => {
  const x = counted(2, 3);
  expect(x.t().toArray()).toEqual([
    [0, 3],
    [1, 4],
    [2, 5],
  ]);
  expect(x.t().isContiguous()).toBe(false);
  const y = counted(2, 3, 4);
  expect(y.permute(2, 0, 1).size()).toEqual([4, 2, 3]);
  expect(y.permute([2, 0, 1]).get(3, 1, 2)).toBe(y.get(1, 2, 3));
  expect(y.transpose(0, -1).size()).toEqual([4, 3, 2]);
  expect(() => y.t()).toThrow(ShapeError);
  expect(() => y.permute(0, 0, 1)).toThrow("each of the 3 dimensions once");
  expect(() => y.permute(0, 1)).toThrow(ShapeError);
});

test("view gives other sizes, one of them inferred, to a contiguous tensor", () => {
  const x = counted(2, 6);
  expect(x.view(3, -1).size()).toEqual([3, 4]);
  expect(x.viewAs(zeros(4, 3)).get(3, 2)).toBe(11);
  x.view(12).put([0], 99);
  expect(x.get(0, 0)).toBe(99);
  expect(() => x.view(5)).toThrow("view: expected sizes for the 12 elements of [2, 6] (one may be -1), got [5]");
  expect(() => x.view(-1, -1)).toThrow(ShapeError);
  expect(() => x.view(0, -1)).toThrow(ShapeError);
  expect(() => x.t().view(12)).toThrow("expected a contiguous tensor");
});

test("a tensor whose dimensions of size 1 have odd strides is contiguous", () => {
  expect(counted(3, 4).narrow(0, 1, 1).isContiguous()).toBe(true);
  expect(counted(3, 1).t().isContiguous()).toBe(true);
});

test("expand repeats dimensions of size 1 with stride 0", () => {
  const x = range(1, 3).view(1, 3).expand(2, 3);
  expect(x.toArray()).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(x.stride()).toEqual([0, 1]);
  expect(() => range(1, 3).expand(2, 3)).toThrow("differ from [3] only where it is 1, got [2, 3]");
  expect(() => x.expand(2, 4)).toThrow(ShapeError);
});

test("an expanded tensor can be read but not written", () => {
  const x = zeros(1, 3).expand(2, 3);
  expect(() => x.add(1)).toThrow("expected a destination whose elements are apart");
  expect(() => x.copy(zeros(2, 3))).toThrow(ShapeError);
  expect(x.clone().add(1).sum()).toBe(6);
});

test("squeeze drops dimensions of size 1 but never the last one", () => {
  expect(zeros(1, 3, 1).squeeze().size()).toEqual([3]);
  expect(zeros(1, 1).squeeze().size()).toEqual([1]);
  expect(zeros(1, 3, 1).squeeze(0).size()).toEqual([3, 1]);
  expect(zeros(1, 3, 1).squeeze(1).size()).toEqual([1, 3, 1]);
  expect(zeros(1).squeeze(0).size()).toEqual([1]);
});

test("unsqueeze puts in a dimension of size 1", () => {
  expect(zeros(2, 3).unsqueeze(0).size()).toEqual([1, 2, 3]);
  expect(zeros(2, 3).unsqueeze(-1).size()).toEqual([2, 3, 1]);
  expect(zeros(2, 3).t().unsqueeze(1).size()).toEqual([3, 1, 2]);
  expect(() => zeros(2).unsqueeze(2)).toThrow(IndexError);
});

test("get and put take one index for each dimension, negative ones from the end", () => {
  const x = counted(2, 3).t();
  expect(x.get(-1, 1)).toBe(5);
  x.put([0, -1], 42);
  expect(x.get(0, 1)).toBe(42);
  expect(() => x.get(1)).toThrow("expected one index for each dimension of size [3, 2], got [1]");
  expect(() => x.put([3, 0], 1)).toThrow("put: expected an index from -3 to 2, got 3");
});

test("data shares memory with a contiguous tensor and refuses any other", () => {
  const x = counted(3, 2);
  x.narrow(0, 1, 1).data[0] = 50;
  expect(x.get(1, 0)).toBe(50);
  expect(() => x.t().data).toThrow("take contiguous().data");
});

test("set makes a tensor a view of another, or of a storage", () => {
  const base = counted(4);
  const x = zeros(1);
  expect(x.set(base.narrow(0, 2, 2)).toArray()).toEqual([2, 3]);
  x.put([0], 9);
  expect(base.get(2)).toBe(9);
  expect(x.set(base.storage(), 1, [3, 1]).toArray()).toEqual([[1], [9], [3]]);
  expect(x.set(base.storage(), 0, [2, 2], [0, 1]).toArray()).toEqual([
    [0, 1],
    [0, 1],
  ]);
});

test("no view reaches outside its storage", () => {
  const storage = new Storage("float32", 6);
  expect(() => new Tensor(storage, 1, [2, 3])).toThrow("inside a storage of 6 elements");
  expect(() => new Tensor(storage, 0, [2, 3], [4, 1])).toThrow(IndexError);
  expect(() => new Tensor(storage, -1, [2])).toThrow(IndexError);
  expect(() => new Tensor(storage, 0, [2], [-1])).toThrow(ShapeError);
  expect(() => new Tensor(storage, 0, [2], [1, 1])).toThrow(ShapeError);
  const x = zeros(2);
  expect(() => x.set(storage, 5, [2])).toThrow(IndexError);
  const integers: Storage = new Storage("int32", 1);
  expect(() => (x as Tensor).set(integers, 0, [1])).toThrow("set: expected elements of float32, got int32");
  expect(x.toArray()).toEqual([0, 0]);
});

test("resize keeps strides when nothing changes, else reads on from the offset in row-major order", () => {
  const x = counted(2, 3).t();
  expect(x.resize(3, 2).stride()).toEqual([1, 3]);
  expect(x.resize(2, 3).toArray()).toEqual([
    [0, 1, 2],
    [3, 4, 5],
  ]);
  const part = counted(6).narrow(0, 2, 2);
  expect(part.resize(4).toArray()).toEqual([2, 3, 4, 5]);
});

test("resize grows the storage when it must, and never shrinks it", () => {
  const x = range(1, 2);
  expect(x.resize(3).toArray()).toEqual([1, 2, 0]);
  x.resize(1).resize(3);
  expect(x.toArray()).toEqual([1, 2, 0]);
  expect(x.resize([]).dim()).toBe(0);
  expect(x.storage().size).toBe(3);
  expect(x.resizeAs(zeros(2, 1)).size()).toEqual([2, 1]);
  expect(() => x.resize(2, -1)).toThrow("resize: expected sizes of at least 1 in every dimension, got [2, -1]");
  expect(() => x.resize(0, 2)).toThrow(ShapeError);
});
