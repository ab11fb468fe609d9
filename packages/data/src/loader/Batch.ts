import type { DType, Tensor } from "@rushlight/tensor";

/**
 * Samples side by side: `input` and `target` have one row, or one element, for each of `size` samples.
 *
 * A batch that a DataLoader gives is valid until the next one is asked for: all batches share memory.
 */
export interface Batch<Input extends DType = DType, Target extends DType = DType> {
  readonly input: Tensor<Input>;
  readonly target: Tensor<Target>;
  readonly size: number;
}

/**
 * Writes the samples at some indices into memory of its own and returns that as one batch. It may trust that there are
 * at least 1 and at most as many indices as its capacity, all of them within the dataset: a DataLoader has checked so.
 */
export type Collate<B = Batch> = (indices: Int32Array) => B;
