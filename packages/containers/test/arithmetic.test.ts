import type { AnyModule } from "@rushlight/module";
import { DTypeError, ones, ShapeError, type Tensor, tensor } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  CAddTable,
  CAddTensorTable,
  CDivTable,
  CMaxTable,
  CMinTable,
  CMulTable,
  CosineDistance,
  CSubTable,
  DotProduct,
  MM,
  MV,
  PairwiseDistance,
} from "../src/index.ts";

const arrays = (tensors: readonly Tensor[]): unknown[] => tensors.map((member) => member.toArray());

test("CAddTable in place overwrites the first tensor, and its gradients are gradOutput", () => {
  const sum = new CAddTable({ inplace: true });
  const table = [tensor([1, 2]), tensor([10, 20]), tensor([100, 200])];
  expect(sum.forward(table).toArray()).toEqual([111, 222]);
  expect(arrays(table)).toEqual([
    [111, 222],
    [10, 20],
    [100, 200],
  ]);
  const gradOutput = ones(2);
  expect(sum.backward(table, gradOutput).every((gradient) => gradient === gradOutput)).toBe(true);
  sum.clearState();
  expect([table[0].toArray(), gradOutput.toArray()]).toEqual([
    [111, 222],
    [1, 1],
  ]);
});

test("arithmetic refuses tensors that are not alike, and writes nothing", () => {
  for (const module of [new CAddTable({ inplace: true }), new CMulTable(), new CMaxTable(), new CMinTable()]) {
    const first = ones(2);
    expect(() => module.forward([first, ones(2), ones(3)])).toThrow(
      `${module.describe()}: expected tensors of one size that are not empty, got {[2], [2], [3]}`,
    );
    expect(() => module.forward([first, ones(2).view(2, 1)])).toThrow(ShapeError);
    expect(() => module.forward([first, ones(2).to("float64")])).toThrow(DTypeError);
    expect(() => module.forward([])).toThrow("expected a table of tensors as input, got a table {}");
    expect(first.toArray()).toEqual([1, 1]);
    expect(module.output.nElement()).toBe(0);
    module.forward([ones(2)]);
    expect(() => module.backward([ones(2)], ones(3))).toThrow(
      "expected a gradOutput of the output's size [2], got [3]",
    );
  }
});

test("what takes a pair refuses longer and shorter tables", () => {
  const modules: readonly AnyModule[] = [new CSubTable(), new CDivTable(), new DotProduct(), new MM(), new MV()];
  for (const module of modules) {
    const triple = [ones(2), ones(2), ones(2)];
    expect(() => module.forward(triple)).toThrow(
      `${module.describe()}: expected an input that is a table of 2 members, got a table {[2], [2], [2]}`,
    );
    expect(() => module.forward(ones(2))).toThrow("got a tensor [2]");
  }
});

test("CMulTable has right gradients where several factors are 0", () => {
  const product = new CMulTable();
  const table = [tensor([0, 0, 2]), tensor([0, 3, 4]), tensor([5, 6, 7])];
  product.forward(table);
  expect(arrays(product.backward(table, tensor([1, 1, 2])))).toEqual([
    [0, 18, 56],
    [0, 0, 28],
    [0, 0, 16],
  ]);
});

test("of equals, CMaxTable and CMinTable choose the first", () => {
  const table = [tensor([1, 2, 3]), tensor([1, 5, -3]), tensor([1, 5, 3])];
  const largest = new CMaxTable();
  expect(largest.forward(table).toArray()).toEqual([1, 5, 3]);
  expect(arrays(largest.backward(table, tensor([10, 20, 30])))).toEqual([
    [10, 0, 30],
    [0, 20, 0],
    [0, 0, 0],
  ]);
  const smallest = new CMinTable();
  expect(smallest.forward(table).toArray()).toEqual([1, 2, -3]);
  expect(arrays(smallest.backward(table, tensor([10, 20, 30])))).toEqual([
    [10, 20, 0],
    [0, 0, 30],
    [0, 0, 0],
  ]);
});

test("CMaxTable and CMinTable tell infinite and the closest of numbers apart", () => {
  const [least, infinite] = [1.4e-45, Number.POSITIVE_INFINITY];
  const table = [tensor([least, infinite, -infinite, 0]), tensor([2 * least, infinite, 5, -infinite])];
  const largest = new CMaxTable();
  expect(largest.forward(table).toArray()).toEqual(tensor([2 * least, infinite, 5, 0]).toArray());
  expect(arrays(largest.backward(table, ones(4)))).toEqual([
    [0, 1, 0, 1],
    [1, 0, 1, 0],
  ]);
  const smallest = new CMinTable();
  expect(smallest.forward(table).toArray()).toEqual(tensor([least, infinite, -infinite, -infinite]).toArray());
  expect(arrays(smallest.backward(table, ones(4)))).toEqual([
    [1, 1, 1, 0],
    [0, 0, 0, 1],
  ]);
});

test("CMaxTable and CMinTable give NaN where a member is NaN", () => {
  const table = [tensor([Number.NaN, 1, 1]), tensor([1, Number.NaN, 1])];
  for (const module of [new CMaxTable(), new CMinTable()]) {
    expect(module.forward(table).toArray()).toEqual([Number.NaN, Number.NaN, 1]);
  }
});

test("CMaxTable refuses the gradient of another forward, and leaves gradInput", () => {
  const largest = new CMaxTable();
  largest.forward([ones(2), ones(2)]);
  const [first] = largest.backward([ones(2), ones(2)], ones(2));
  expect(() => largest.backward([ones(3), ones(3)], ones(3))).toThrow(
    "CMaxTable: expected a gradOutput of the output's size [2], got [3]",
  );
  expect(first.size()).toEqual([2]);
});

test("the gradient of PairwiseDistance is finite in float32 for a large p", () => {
  const distance = new PairwiseDistance(20);
  const pair = [tensor([1000, 0]), tensor([0, 0])] as const;
  expect(distance.forward(pair).get(0)).toBeCloseTo(1000, 2);
  expect(arrays(distance.backward(pair, ones(1)))).toEqual([
    [expect.closeTo(1, 5), 0],
    [expect.closeTo(-1, 5), -0],
  ]);
});

test("CMaxTable passes infinite gradients to the chosen tensor alone", () => {
  const largest = new CMaxTable();
  const table = [tensor([1, 2]), tensor([3, 0])];
  largest.forward(table);
  expect(arrays(largest.backward(table, tensor([Number.POSITIVE_INFINITY, 1])))).toEqual([
    [0, 1],
    [Number.POSITIVE_INFINITY, 0],
  ]);
});

test("CAddTensorTable adds up the gradients of what it adds", () => {
  const add = new CAddTensorTable();
  const table = [tensor([1]), [tensor([10]), tensor([20])]] as const;
  expect(arrays(add.forward(table))).toEqual([[11], [21]]);
  const [sum, others] = add.backward(table, [tensor([3]), tensor([4])]);
  expect([sum.toArray(), arrays(others)]).toEqual([[7], [[3], [4]]]);
  expect(() => add.forward([ones(2), [ones(3)]])).toThrow(
    "CAddTensorTable: expected a first member of size [3], as those of the table, got [2]",
  );
  expect(() => add.forward([ones(2), []])).toThrow(ShapeError);
  expect(() => add.backward(table, [ones(1)])).toThrow("a table of 2 members");
});

test("PairwiseDistance has gradients for every p from 1 on, and 0 where elements are equal", () => {
  const pair = [tensor([1, 5, 2]), tensor([1, 1, 4])] as const;
  for (const p of [1, 1.5, 2, 3]) {
    const distance = new PairwiseDistance(p);
    const y = distance.forward(pair).get(0);
    expect(y).toBeCloseTo((4 ** p + 2 ** p) ** (1 / p), 5);
    const [da, db] = distance.backward(pair, ones(1));
    expect(da.get(0)).toBe(0);
    expect(da.get(1)).toBeCloseTo((4 / y) ** (p - 1), 5);
    expect(da.get(2)).toBeCloseTo(-((2 / y) ** (p - 1)), 5);
    expect(db.toArray()).toEqual(da.clone().neg().toArray());
  }
  expect(() => new PairwiseDistance(0.5)).toThrow("PairwiseDistance: expected a finite p of at least 1, got 0.5");
  expect(() => new PairwiseDistance(Number.POSITIVE_INFINITY)).toThrow("got Infinity");
});

test("the gradient of the distance of equal rows is finite", () => {
  for (const p of [1, 1.5, 2, 3]) {
    const distance = new PairwiseDistance(p);
    const pair = [ones(2, 3), ones(2, 3)] as const;
    distance.forward(pair);
    expect(distance.backward(pair, ones(2))[0].abs().sum()).toBe(0);
  }
});

test("CosineDistance of a row of zeros is 0", () => {
  const cosine = new CosineDistance();
  const pair = [
    tensor([
      [0, 0],
      [3, 4],
    ]),
    tensor([
      [1, 2],
      [6, 8],
    ]),
  ] as const;
  const y = cosine.forward(pair);
  expect(y.get(0)).toBe(0);
  expect(y.get(1)).toBeCloseTo(1, 6);
  expect(cosine.backward(pair, ones(2))[1].abs().max()).toBeLessThan(1e-6);
});

test("distances take vectors and rows, and no more dimensions", () => {
  for (const module of [new DotProduct(), new CosineDistance(), new PairwiseDistance()]) {
    expect(module.forward([ones(3), ones(3)]).size()).toEqual([1]);
    expect(module.backward([ones(3), ones(3)], ones(1)).map((gradient) => gradient.size())).toEqual([[3], [3]]);
    expect(() => module.forward([ones(2, 2, 2), ones(2, 2, 2)])).toThrow("expected a pair of [D] or of [N, D]");
    expect(() => module.backward([ones(2, 3), ones(2, 3)], ones(1))).toThrow("the input of the last forward");
    expect(() => module.backward([ones(3), ones(3)], ones(2))).toThrow(ShapeError);
  }
});

test("MM and MV name the sizes that they take", () => {
  expect(() => new MM().forward([ones(2, 3), ones(2, 3)])).toThrow(
    "MM: expected a pair of [m, k] and [k, n], or of [N, m, k] and [N, k, n], got {[2, 3], [2, 3]}",
  );
  expect(() => new MM({ transA: true }).forward([ones(2, 3), ones(3, 2)])).toThrow("a pair of [k, m] and [k, n]");
  expect(() => new MM().forward([ones(1, 2, 3), ones(3, 2)])).toThrow(ShapeError);
  expect(() => new MM().forward([ones(2, 2, 3), ones(3, 3, 2)])).toThrow(ShapeError);
  expect(() => new MV({ trans: true }).forward([ones(2, 3), ones(3)])).toThrow(
    "MV: expected a pair of [n, m] and [n], or of [N, n, m] and [N, n], got {[2, 3], [3]}",
  );
  const product = new MM();
  product.forward([ones(2, 3), ones(3, 4)]);
  expect(() => product.backward([ones(2, 3), ones(3, 4)], ones(4, 2))).toThrow(ShapeError);
  expect(() => product.backward([ones(2, 3), ones(3, 5)], ones(2, 4))).toThrow("the input of the last forward");
});
