import type { Dataset, Sample } from "../dataset/Dataset.ts";
import type { Batch, Collate } from "./Batch.ts";
import { BatchColumn } from "./BatchColumn.ts";
import { firstRows } from "./firstRows.ts";

/**
 * Batches of any dataset of samples, made by asking for one sample after the other: tensors of size `[...]` come
 * together as `[n, ...]` of their dtype, and whole numbers (classes, indices) as `[n]` of int32.
 *
 * The memory is made with the first batch, for the sizes and dtypes of its first sample.
 *
 * @param capacity the most samples in a batch
 * @returns a function that throws ShapeError, DTypeError or ArgumentError for a sample unlike the first one
 * @example
 * ```ts
 * import { collateSamples } from "@rushlight/data";
 * import { tensor } from "@rushlight/tensor";
 *
 * const dataset = { length: 3, get: (index: number) => ({ input: tensor([index, 10 * index]), target: index }) };
 * const { input, target } = collateSamples(dataset, 2)(Int32Array.of(2, 1));
 * console.log(input.toArray()); // [ [ 2, 20 ], [ 1, 10 ] ]
 * console.log(target.dtype, target.toArray()); // int32 [ 2, 1 ]
 * ```
 */
export function collateSamples(dataset: Dataset<Sample>, capacity: number): Collate {
  let inputs: BatchColumn | undefined;
  let targets: BatchColumn | undefined;
  let full: Batch | undefined;
  return (indices) => {
    const first = dataset.get(indices[0]);
    inputs ??= BatchColumn.like(first.input, capacity);
    targets ??= BatchColumn.like(first.target, capacity);
    full ??= { input: inputs.values, target: targets.values, size: capacity };
    for (let row = 0; row < indices.length; row++) {
      const sample = row === 0 ? first : dataset.get(indices[row]);
      inputs.write(sample.input, row, `the input of sample ${indices[row]}`);
      targets.write(sample.target, row, `the target of sample ${indices[row]}`);
    }
    return firstRows(full, indices.length);
  };
}
