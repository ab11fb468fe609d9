import { ArgumentError, DTypeError, ShapeError, type Tensor, tensor } from "@rushlight/tensor";
import { describe, expect, it } from "vitest";
import { collateSamples, type Sample } from "../src/index.ts";

function collateList(samples: readonly Sample[], capacity = samples.length) {
  const dataset = { length: samples.length, get: (index: number) => samples[index] };
  return collateSamples(dataset, capacity);
}

const sample = (input: Tensor | number, target: Tensor | number = 0): Sample => ({ input, target });

describe("collateSamples", () => {
  it("puts tensors side by side in their dtype and numbers in a vector of int32", () => {
    const fill = collateList([
      sample(tensor([[1, 2]], { dtype: "float64" }), 3),
      sample(tensor([[4, 5]], { dtype: "float64" }), -6),
    ]);
    const { input, target, size } = fill(Int32Array.of(1, 0));
    expect(input).toEqual(tensor([[[4, 5]], [[1, 2]]], { dtype: "float64" }));
    expect(target).toEqual(tensor([-6, 3], { dtype: "int32" }));
    expect(size).toBe(2);
  });

  it("copies tensors that are not contiguous", () => {
    const { input } = collateList([
      sample(
        tensor([
          [1, 2],
          [3, 4],
        ]).t(),
      ),
    ])(Int32Array.of(0));
    expect(input.toArray()).toEqual([
      [
        [1, 3],
        [2, 4],
      ],
    ]);
  });

  it("asks for each sample once", () => {
    const asked: number[] = [];
    const get = (index: number) => {
      asked.push(index);
      return sample(index);
    };
    collateSamples({ length: 3, get }, 3)(Int32Array.of(2, 0, 1));
    expect(asked).toEqual([2, 0, 1]);
  });

  it("refuses a sample of another size and names it", () => {
    const fill = collateList([sample(tensor([1, 2])), sample(tensor([1, 2, 3]))]);
    expect(() => fill(Int32Array.of(0, 1))).toThrow(
      new ShapeError("the input of sample 1: expected size [2] as in the first sample, got [3]"),
    );
  });

  it("refuses a sample of another dtype and names it", () => {
    const fill = collateList([sample(0, tensor([1])), sample(0, tensor([1], { dtype: "uint8" }))]);
    expect(() => fill(Int32Array.of(0, 1))).toThrow(
      new DTypeError("the target of sample 1: expected float32 as in the first sample, got uint8"),
    );
  });

  it("refuses numbers among tensors and tensors among numbers", () => {
    expect(() => collateList([sample(tensor([1])), sample(1)])(Int32Array.of(0, 1))).toThrow(
      "the input of sample 1: expected a tensor as in the first sample, got the number 1",
    );
    expect(() => collateList([sample(1), sample(tensor([1]))])(Int32Array.of(0, 1))).toThrow(
      "the input of sample 1: expected a number as in the first sample, got a tensor [1]",
    );
  });

  it.each([0.5, Number.NaN, 2 ** 31])("refuses the number %d, which int32 can not hold", (value) => {
    expect(() => collateList([sample(value)])(Int32Array.of(0))).toThrow(ArgumentError);
  });
});
