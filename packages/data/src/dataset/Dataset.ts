import type { Tensor } from "@rushlight/tensor";
import type { Collate } from "../loader/Batch.ts";

/**
 * One example to learn from. A number stands for a class or an index, or for an element of a vector of values.
 */
export interface Sample<
  Input extends Tensor | number = Tensor | number,
  Target extends Tensor | number = Tensor | number,
> {
  readonly input: Input;
  readonly target: Target;
}

/**
 * Samples by number. Two members are enough to make one of your own.
 *
 * @example
 * ```ts
 * import { type Dataset, DataLoader, type Sample } from "@rushlight/data";
 * import { tensor } from "@rushlight/tensor";
 *
 * const squares: Dataset<Sample> = {
 *   length: 4,
 *   get: (index) => ({ input: tensor([index]), target: tensor([index * index]) }),
 * };
 * for (const { input, target } of new DataLoader({ dataset: squares, batchSize: 2 })) {
 *   console.log(input.toArray(), target.toArray());
 * }
 * // [ [ 0 ], [ 1 ] ] [ [ 0 ], [ 1 ] ]
 * // [ [ 2 ], [ 3 ] ] [ [ 4 ], [ 9 ] ]
 * ```
 */
export interface Dataset<Item = Sample> {
  /** How many samples there are. */
  readonly length: number;
  /**
   * @param index from 0 to `length` − 1
   * @throws IndexError for any other index
   */
  get(index: number): Item;
}

/**
 * A dataset that makes its batches itself: faster than sample by sample, or of a form of its own.
 *
 * @example
 * ```ts
 * import { type Batch, type BatchedDataset, collateOf, DataLoader, type Sample, TensorDataset } from "@rushlight/data";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pairs = new TensorDataset(tensor([[1], [2], [3]]), tensor([0, 1, 0], { dtype: "int32" }));
 * const shifted: BatchedDataset<Sample, Batch> = {
 *   length: pairs.length,
 *   get: (index) => pairs.get(index),
 *   collate(capacity) {
 *     const fill = collateOf(pairs, capacity);
 *     return (indices) => {
 *       const batch = fill(indices);
 *       batch.input.add(0.5);
 *       return batch;
 *     };
 *   },
 * };
 * const [batch] = new DataLoader({ dataset: shifted, batchSize: 3 });
 * console.log(batch.input.toArray()); // [ [ 1.5 ], [ 2.5 ], [ 3.5 ] ]
 * ```
 */
export interface BatchedDataset<Item, Batch> extends Dataset<Item> {
  /**
   * Makes the memory for batches of at most `capacity` samples.
   *
   * @returns a function that fills that memory and returns it as a batch
   */
  collate(capacity: number): Collate<Batch>;
}
