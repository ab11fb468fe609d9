import { ArgumentError, DTypeError, IndexError, ones, randn, ShapeError, tensor, zeros } from "@rushlight/tensor";
import { expect, test } from "vitest";
import {
  Collapse,
  Contiguous,
  Narrow,
  OneHot,
  Padding,
  Replicate,
  Reshape,
  Select,
  Squeeze,
  Transpose,
  Unsqueeze,
  View,
} from "../src/index.ts";

test("Reshape looks at each input when it is not told what a batch is", () => {
  const sizeOf = (module: Reshape, ...size: number[]) => module.forward(zeros(size)).size();
  expect(sizeOf(new Reshape(2, 3), 6)).toEqual([2, 3]);
  expect(sizeOf(new Reshape(2, 3), 3, 2)).toEqual([2, 3]);
  expect(sizeOf(new Reshape(2, 3), 4, 3, 2)).toEqual([4, 2, 3]);
  expect(sizeOf(new Reshape(6), 1, 2, 3)).toEqual([1, 6]);
  expect(sizeOf(new Reshape([6], { batchMode: false }), 1, 2, 3)).toEqual([6]);
  expect(sizeOf(new Reshape([1, 6], { batchMode: true }), 2, 6)).toEqual([2, 1, 6]);
  expect(sizeOf(new Reshape(-1, 3), 2, 6)).toEqual([2, 2, 3]);
  expect(sizeOf(new Reshape([-1, 3], { batchMode: false }), 2, 6)).toEqual([4, 3]);
});

test("Reshape refuses what does not fit, and names both", () => {
  const reshape = new Reshape(2, 3);
  reshape.forward(zeros(6));
  expect(() => reshape.forward(zeros(4, 5))).toThrow(
    "Reshape(2x3): expected an input of 6 elements for [2, 3], or a batch of those, got [4, 5]",
  );
  expect(() => new Reshape([6], { batchMode: true }).forward(zeros(6))).toThrow(
    "Reshape(6): expected a batch of samples of 6 elements for [6], got [6]",
  );
  expect(() => new Reshape([-1, 4], { batchMode: false }).forward(zeros(6))).toThrow(
    "Reshape(-1x4): expected an input of a multiple of 4 elements for [-1, 4], got [6]",
  );
  expect(() => reshape.forward(tensor([]))).toThrow(ShapeError);
  expect(() => reshape.backward(zeros(7), zeros(2, 3))).toThrow(
    "the input of the last forward, of 6 elements, got [7]",
  );
  expect(() => reshape.backward(zeros(6), zeros(6))).toThrow("a gradOutput of the output's size [2, 3], got [6]");
  expect(reshape.output.size()).toEqual([2, 3]);
  for (const size of [[], [-1, -1], [0], [2.5]]) expect(() => new Reshape(size)).toThrow(ArgumentError);
  // @ts-expect-error: no such option
  expect(() => new Reshape([6], { batch: true })).toThrow('expected options named batchMode, got "batch"');
});

test("what changes sizes gives views, and copies only what does not lie in order", () => {
  const x = randn(2, 3);
  for (const module of [
    new Reshape(6),
    new Collapse(2),
    new Contiguous(),
    new Squeeze(),
    new Unsqueeze(0),
    new View(6),
  ]) {
    expect(module.forward(x).storage()).toBe(x.storage());
    const g = module.output.clone();
    expect(module.backward(x, g).storage()).toBe(g.storage());
    expect(module.gradInput.equal(x)).toBe(true);
  }
  for (const module of [new Reshape(3, 2), new Collapse(2), new Contiguous()]) {
    module.forward(randn(3, 2));
    expect(module.forward(x.t()).storage()).not.toBe(x.storage());
    expect(module.output.isContiguous()).toBe(true);
    expect([...module.output.values()]).toEqual([...x.t().values()]);
  }
});

test("a copy of what does not lie in order leaves the input of the forward before alone", () => {
  const first = randn(2, 2);
  const kept = first.clone();
  const module = new Contiguous();
  module.forward(first);
  module.forward(randn(2, 2).t());
  expect(first.equal(kept)).toBe(true);
});

test("Select, Narrow and Transpose give copies", () => {
  const x = randn(2, 3);
  for (const module of [new Select(0, 1), new Narrow(0, 0, 2), new Transpose([0, 1]), new Transpose()]) {
    expect(module.forward(x).storage()).not.toBe(x.storage());
    expect(module.output.isContiguous()).toBe(true);
  }
});

test("Narrow counts lengths below 0 from the end, and takes all but the last with an offset below 0", () => {
  const x = tensor([0, 1, 2, 3]);
  const part = (offset: number, length?: number) => new Narrow(0, offset, length).forward(x).toArray();
  expect(part(2)).toEqual([2]);
  expect(part(1, -1)).toEqual([1, 2, 3]);
  expect(part(0, -2)).toEqual([0, 1, 2]);
  expect(part(-2, 2)).toEqual([0, 1]);
  expect(part(-1, 3)).toEqual([0]);
});

test("Select and Narrow refuse parts that are not there", () => {
  expect(() => new Select(2, 0).forward(zeros(2, 2))).toThrow(
    "Select(2, 0): expected an input that has dimension 2, got [2, 2]",
  );
  expect(() => new Select(0, -3).forward(zeros(2, 2))).toThrow("that has index -3 in dimension 0, got [2, 2]");
  expect(() => new Select(0, 0).forward(zeros(2))).toThrow("an input of at least 2 dimensions, got [2]");
  expect(() => new Narrow(0, 1, 2).forward(zeros(2, 2))).toThrow(
    "Narrow(0, 1, 2): expected an input that has this part in dimension 0, got [2, 2]",
  );
  expect(() => new Narrow(0, 0, -3).forward(zeros(2))).toThrow(ShapeError);
  expect(() => new Narrow(0, -1, 2).forward(zeros(2))).toThrow(ShapeError);
  expect(() => new Narrow(0, 0, 0)).toThrow("Narrow: expected a part of some length, got offset 0 and length 0");
  expect(() => new Narrow(0, -1, -1)).toThrow(ArgumentError);
  expect(() => new Select(0, 0.5)).toThrow("Select: expected an index, a whole number, got 0.5");
  // @ts-expect-error: an offset is needed
  expect(() => new Narrow(0)).toThrow("Narrow: expected an offset, a whole number, got undefined");
});

test("backward refuses another input than that of the last forward, and changes nothing", () => {
  for (const module of [
    new Select(0, 1),
    new Narrow(0, 1, 1),
    new Transpose([0, 1]),
    new Replicate(2),
    new Padding(0, 1),
    new Contiguous(),
  ]) {
    const x = ones(2, 3);
    const g = module.forward(x).clone();
    module.backward(x, g);
    expect(() => module.backward(ones(2, 4), g)).toThrow("the input of the last forward");
    expect(() => module.backward(x, ones(7))).toThrow("expected a gradOutput of the output's size");
    expect(() => module.backward(x, g.to("float64"))).toThrow(DTypeError);
    expect(() => module.forward(x.to("float64"))).toThrow("expected a float32 input, got float64");
    expect(module.gradInput.size()).toEqual([2, 3]);
  }
});

test("Transpose exchanges pair after pair, and counts negative dimensions from the end also in a batch", () => {
  expect(new Transpose([0, 1], [0, 2]).forward(zeros(2, 3, 4)).size()).toEqual([4, 2, 3]);
  expect(
    new Transpose([0, -1])
      .setNumInputDims(2)
      .forward(zeros(2, 3, 4))
      .size(),
  ).toEqual([2, 4, 3]);
  expect(new Transpose([0, 1]).setNumInputDims(2).forward(zeros(3, 4)).size()).toEqual([4, 3]);
  expect(() => new Transpose([0, 2]).forward(zeros(2, 3))).toThrow("that has dimension 2, got [2, 3]");
  // @ts-expect-error: no pair
  expect(() => new Transpose(0, 1)).toThrow("Transpose: expected pairs of whole dimensions, got 0");
  expect(new Transpose([0, 1], [1, 2]).describe()).toBe("Transpose([0, 1], [1, 2])");
});

test("Squeeze keeps what has another size than 1, the last dimension, and a batch of one when told", () => {
  expect(new Squeeze(0).forward(zeros(2, 1)).size()).toEqual([2, 1]);
  expect(new Squeeze().forward(zeros(1, 1)).size()).toEqual([1]);
  expect(new Squeeze().forward(zeros(1, 3, 1)).size()).toEqual([3]);
  expect(
    new Squeeze()
      .setNumInputDims(2)
      .forward(zeros(1, 1, 1))
      .size(),
  ).toEqual([1, 1]);
  expect(new Squeeze(-1, { nInputDims: 2 }).forward(zeros(1, 3, 1)).size()).toEqual([1, 3]);
  expect(() => new Squeeze(1).forward(zeros(2))).toThrow("Squeeze(1): expected an input that has dimension 1, got [2]");
});

test("Unsqueeze counts from the first dimension of a sample, anew for each input", () => {
  const module = new Unsqueeze(0, { nInputDims: 1 });
  expect(module.forward(zeros(3)).size()).toEqual([1, 3]);
  expect(module.forward(zeros(2, 3)).size()).toEqual([2, 1, 3]);
  expect(module.forward(zeros(4, 2, 3)).size()).toEqual([4, 2, 1, 3]);
  const whole = new Unsqueeze(0);
  expect([whole.forward(zeros(3)).size(), whole.forward(zeros(2, 3)).size()]).toEqual([
    [1, 3],
    [1, 2, 3],
  ]);
  expect(() => module.setNumInputDims(3).forward(zeros(2, 3))).toThrow("expected samples of 3 dimensions, got [2, 3]");
  expect(() => new Unsqueeze(3).forward(zeros(2, 3))).toThrow("a place for a new dimension 3, got [2, 3]");
  expect(() => module.setNumInputDims(0)).toThrow(
    "expected a number of dimensions of at least 1, a whole number, got 0",
  );
});

test("Replicate gives a view with stride 0, and refuses a dimension too far behind", () => {
  const x = randn(2, 3);
  const module = new Replicate(4, 1);
  expect(module.forward(x).stride()).toEqual([3, 0, 1]);
  expect(module.output.storage()).toBe(x.storage());
  expect(() => new Replicate(2, 3).forward(x)).toThrow("Replicate(2, 3): expected an input with a place for");
  expect(() => new Replicate(0)).toThrow("Replicate: expected a count of at least 1, a whole number, got 0");
  expect(() => new Replicate(2, 0, { nInputDims: 0 })).toThrow(ArgumentError);
});

test("Padding is counted from the end that it is put at", () => {
  const x = tensor([1, 2, 3]);
  const padded = (pad: number, index: number) => new Padding(0, pad, { index }).forward(x).toArray();
  expect([padded(1, 0), padded(1, 1), padded(1, 3)]).toEqual([
    [1, 2, 3, 0],
    [1, 2, 0, 3],
    [0, 1, 2, 3],
  ]);
  expect([padded(-1, 0), padded(-1, 1), padded(-1, 3)]).toEqual([
    [0, 1, 2, 3],
    [1, 0, 2, 3],
    [1, 2, 3, 0],
  ]);
  expect(new Padding(0, 1, { nInputDims: 1 }).forward(zeros(2, 3)).size()).toEqual([2, 4]);
  expect(new Padding(-1, 1, { nInputDims: 1 }).forward(zeros(2, 3)).size()).toEqual([2, 4]);
  expect(() => new Padding(0, 1, { index: 4 }).forward(x)).toThrow(
    "Padding(0, 1): expected an input of at least 4 in dimension 0, got [3]",
  );
  expect(() => new Padding(0, 1, { index: -1 })).toThrow(ArgumentError);
  expect(() => new Padding(0, 0.5)).toThrow(ArgumentError);
});

test("OneHot takes indices of any dtype and any strides, and refuses what is none", () => {
  const module = new OneHot(3);
  const rows = [
    [0, 0, 1],
    [1, 0, 0],
  ];
  for (const dtype of ["float32", "float64", "int32", "uint8"] as const) {
    const indices = tensor([2, 0], { dtype });
    expect(module.forward(indices).toArray()).toEqual(rows);
    expect(module.output.dtype).toBe("float32");
    expect(module.backward(indices, ones(2, 3)).dtype).toBe(dtype);
    expect(module.gradInput.toArray()).toEqual([0, 0]);
  }
  const transposed = tensor(
    [
      [2, 1],
      [0, 0],
    ],
    { dtype: "int32" },
  ).t();
  expect(module.forward(transposed).select(0, 0).toArray()).toEqual(rows);
  expect(() => module.forward(tensor([0, 3]))).toThrow("OneHot(3): expected indices from 0 to 2, got 3");
  for (const wrong of [-1, 0.5, Number.NaN]) expect(() => module.forward(tensor([wrong]))).toThrow(IndexError);
  expect(() => module.forward(tensor([]))).toThrow(ShapeError);
  expect(() => module.backward(tensor([1]), ones(2, 2, 3))).toThrow("the input of the last forward for [2, 2, 3]");
  expect(module.output.size()).toEqual([2, 2, 3]);
  expect(() => new OneHot(0)).toThrow(ArgumentError);
});

test("modules that change sizes print as in Torch, counting from 0", () => {
  expect([new Reshape(2, 3), new View(2, -1), new Unsqueeze(1), new Squeeze(1), new Padding(0, 2)].map(String)).toEqual(
    ["nn.Reshape(2x3)", "nn.View(2, -1)", "nn.Unsqueeze(dim 1)", "nn.Squeeze", "nn.Padding"],
  );
});
