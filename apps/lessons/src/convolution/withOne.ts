import type {
  Batch,
  BatchedDataset,
  Sample,
  TensorDataset,
} from "@rushlight/data";
import * as nn from "@rushlight/nn";
import type { FloatDType } from "@rushlight/tensor";

/** A dataset whose batches have one input more for each image, which is always 1. */
export function withOne(
  dataset: TensorDataset<FloatDType, "int32">,
): BatchedDataset<Sample, Batch> {
  return {
    length: dataset.length,
    get(index) {
      const { input, target } = this.collate(1)(Int32Array.of(index));
      return { input: input.select(0, 0), target: target.get(0) };
    },
    collate(capacity) {
      const fillBatch = dataset.collate(capacity);
      const append = appendOne().type(dataset.inputOptions.dtype);
      return (indices) => {
        const batch = fillBatch(indices);
        return { ...batch, input: append.forward(batch.input) };
      };
    },
  };
}

/** A module that puts a 1 behind the elements of each row. */
export function appendOne(): nn.Padding {
  return new nn.Padding(0, 1, { nInputDims: 1, value: 1 });
}
