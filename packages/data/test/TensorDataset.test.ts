import { IndexError, range, ShapeError, Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { TensorDataset } from "../src/index.ts";

const inputs = tensor(
  [
    [1, 2],
    [3, 4],
    [5, 6],
  ],
  { dtype: "float32" },
);
const labels = tensor([7, 8, 9], { dtype: "int32" });

describe("TensorDataset", () => {
  it("gives copies of the rows, and numbers for the elements of vectors", () => {
    const dataset = new TensorDataset(inputs.clone(), labels);
    const { input, target } = dataset.get(1);
    expect(dataset.length).toBe(3);
    expect(target).toBe(8);
    if (!(input instanceof Tensor)) throw new Error("expected a tensor");
    expect(input.toArray()).toEqual([3, 4]);
    input.zero();
    expect(dataset.get(1).input).toEqual(tensor([3, 4]));
  });

  it("keeps rows of several dimensions", () => {
    const dataset = new TensorDataset(range(1, 12).view(2, 2, 3), range(0, 3).view(2, 2));
    const { input, target } = dataset.get(1);
    expect(input).toEqual(
      tensor([
        [7, 8, 9],
        [10, 11, 12],
      ]),
    );
    expect(target).toEqual(tensor([2, 3]));
  });

  it("fills batches with rows in the order asked for, repeats included", () => {
    const { input, target, size } = new TensorDataset(inputs, labels).collate(4)(Int32Array.of(2, 0, 2, 1));
    expect(input.toArray()).toEqual([
      [5, 6],
      [1, 2],
      [5, 6],
      [3, 4],
    ]);
    expect(target.toArray()).toEqual([9, 7, 9, 8]);
    expect([input.dtype, target.dtype, size]).toEqual(["float32", "int32", 4]);
  });

  it("fills a smaller batch in a view of the same memory", () => {
    const fill = new TensorDataset(inputs, labels).collate(2);
    const full = fill(Int32Array.of(0, 1));
    const smaller = fill(Int32Array.of(2));
    expect(smaller.size).toBe(1);
    expect(smaller.input.toArray()).toEqual([[5, 6]]);
    expect(smaller.input.storage()).toBe(full.input.storage());
    expect(smaller.target.storage()).toBe(full.target.storage());
  });

  it("converts bytes to another dtype on their way into samples and batches", () => {
    const bytes = tensor(
      [
        [0, 255],
        [128, 1],
      ],
      { dtype: "uint8" },
    );
    const dataset = new TensorDataset(bytes, tensor([0, 1], { dtype: "int32" }), { dtype: "float64" });
    expect(dataset.get(0).input).toEqual(tensor([0, 255], { dtype: "float64" }));
    const { input } = dataset.collate(2)(Int32Array.of(1, 0));
    expect(input.dtype).toBe("float64");
    expect(input.toArray()).toEqual([
      [128, 1],
      [0, 255],
    ]);
  });

  it("maps every byte as it maps it alone", () => {
    const bytes = range(0, 255, 1, { dtype: "uint8" }).view(4, 64);
    const normalise = (pixel: number) => (pixel / 255 - 0.1307) / 0.3081;
    const targets = tensor([0, 1, 2, 3], { dtype: "int32" });
    const dataset = new TensorDataset(bytes, targets, { dtype: "float64", map: normalise });
    const { input } = dataset.collate(4)(Int32Array.of(0, 1, 2, 3));
    expect([...input.data]).toEqual(Array.from({ length: 256 }, (_, byte) => normalise(byte)));
    expect(dataset.get(3).input).toEqual(input.select(0, 3).clone());
  });

  it.each([1, 2, 3, 4, 5, 6, 7, 8, 9])("maps rows of %d bytes to their end and no further", (length) => {
    const bytes = range(1, 3 * length, 1, { dtype: "uint8" }).view(3, length);
    const dataset = new TensorDataset(bytes, labels, { dtype: "float32", map: (byte) => -byte });
    const { input } = dataset.collate(3)(Int32Array.of(2, 0, 2));
    const row = (index: number) => Array.from({ length }, (_, j) => -(index * length + j + 1));
    expect(input.toArray()).toEqual([row(2), row(0), row(2)]);
  });

  it("maps elements of other dtypes, keeping the dtype unless it is given", () => {
    const dataset = new TensorDataset(inputs, labels, { map: (x) => 10 * x });
    expect(dataset.get(2).input).toEqual(tensor([50, 60]));
    expect(dataset.collate(1)(Int32Array.of(0)).input.toArray()).toEqual([[10, 20]]);
  });

  it("takes inputs that are not contiguous", () => {
    const dataset = new TensorDataset(
      tensor([
        [1, 2, 3],
        [4, 5, 6],
      ]).t(),
      labels,
    );
    expect(dataset.get(1).input).toEqual(tensor([2, 5]));
    expect(dataset.collate(1)(Int32Array.of(2)).input.toArray()).toEqual([[3, 6]]);
  });

  it("takes a part of a larger tensor", () => {
    const dataset = new TensorDataset(inputs.narrow(0, 1, 2), labels.narrow(0, 1, 2));
    expect(dataset.collate(2)(Int32Array.of(1, 0)).input.toArray()).toEqual([
      [5, 6],
      [3, 4],
    ]);
    expect(dataset.get(0).target).toBe(8);
  });

  it("refuses tensors of different first sizes and names both", () => {
    expect(() => new TensorDataset(inputs, tensor([1, 2], { dtype: "int32" }))).toThrow(
      new ShapeError("TensorDataset: expected inputs and targets of the same first size, got [3, 2] and [2]"),
    );
  });

  it("refuses an empty tensor", () => {
    expect(() => new TensorDataset(new Tensor(), new Tensor())).toThrow(ShapeError);
  });

  it.each([-1, 3, 0.5])("has no sample %d", (index) => {
    expect(() => new TensorDataset(inputs, labels).get(index)).toThrow(IndexError);
  });
});

it("a dataset goes on reading its rows when the tensor they came in is resized and its storage grows", () => {
  const inputs = tensor([1, 2]);
  const dataset = new TensorDataset(inputs, tensor([0, 1], { dtype: "int32" }));
  inputs.resize(100);
  inputs.put([1], 9);
  expect(dataset.get(1).input).toBe(9);
  expect(dataset.length).toBe(2);
});

it("shows what it is made of, and is made of that again", () => {
  const pixels = tensor(
    [
      [0, 255],
      [51, 102],
    ],
    { dtype: "uint8" },
  ).t();
  const labels = tensor([7, 2], { dtype: "int32" });
  const dataset = new TensorDataset(pixels, labels, { dtype: "float64", map: (pixel) => pixel / 255 });
  expect(dataset.inputs).toEqual(pixels.contiguous());
  expect(dataset.targets.storage()).toBe(labels.storage());
  const again = new TensorDataset(dataset.inputs, dataset.targets, dataset.inputOptions);
  expect(again.inputs.storage()).toBe(dataset.inputs.storage());
  expect(again.collate(2)(Int32Array.of(1, 0))).toEqual(dataset.collate(2)(Int32Array.of(1, 0)));
  expect(new TensorDataset(labels, labels).inputOptions).toEqual({ dtype: "int32" });
});
