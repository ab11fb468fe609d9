import { IndexError, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { DataLoader, Subset, TensorDataset } from "../src/index.ts";

const dataset = new TensorDataset(
  tensor([
    [0, 1],
    [10, 11],
    [20, 21],
  ]),
  tensor([5, 6, 7], { dtype: "int32" }),
);

describe("Subset", () => {
  it("gives the samples at its indices, in their order", () => {
    const subset = new Subset(dataset, [2, 0, 2]);
    expect(subset.length).toBe(3);
    expect([0, 1, 2].map((index) => subset.get(index))).toEqual([2, 0, 2].map((index) => dataset.get(index)));
  });

  it("makes batches as its dataset does, with the same dtypes", () => {
    const loader = new DataLoader({ dataset: new Subset(dataset, [2, 1, 0]), batchSize: 2 });
    const batches = [...loader].map(({ target }) => target.dtype);
    expect(batches).toEqual(["int32", "int32"]);
    const rows: unknown[] = [];
    for (const { input, target } of loader) rows.push(input.toArray(), target.toArray());
    expect(rows).toEqual([
      [
        [20, 21],
        [10, 11],
      ],
      [7, 6],
      [[0, 1]],
      [5],
    ]);
  });

  it("works on a dataset of samples that makes no batches itself", () => {
    const squares = { length: 5, get: (index: number) => ({ input: tensor([index]), target: index * index }) };
    const [batch] = new DataLoader({ dataset: new Subset(squares, [4, 3]), batchSize: 2 });
    expect(batch.input.toArray()).toEqual([[4], [3]]);
    expect(batch.target.toArray()).toEqual([16, 9]);
  });

  it("can be a subset of a subset", () => {
    const inner = new Subset(new Subset(dataset, [2, 1]), [1]);
    expect(inner.get(0).target).toBe(6);
    expect(inner.collate(1)(Int32Array.of(0)).target.toArray()).toEqual([6]);
  });

  it("keeps a copy of the indices", () => {
    const indices = [0];
    const subset = new Subset(dataset, indices);
    indices[0] = 2;
    expect(subset.get(0).target).toBe(5);
  });

  it("refuses an index that the dataset does not have", () => {
    expect(() => new Subset(dataset, [0, 3])).toThrow(new IndexError("Subset: expected an index from 0 to 2, got 3"));
  });

  it("has no samples beyond its own length", () => {
    expect(() => new Subset(dataset, [0, 1]).get(2)).toThrow(IndexError);
    expect(() => new Subset(dataset, []).get(0)).toThrow("Subset: there are no samples, got index 0");
  });
});
