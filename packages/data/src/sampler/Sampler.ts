/**
 * The order in which an epoch visits the samples of a dataset: every loop over it is one epoch. Anything that can be
 * looped over and has a length is a sampler; an array of indices is one.
 *
 * @example
 * ```ts
 * import { DataLoader, type Sampler, TensorDataset } from "@rushlight/data";
 * import { range, tensor } from "@rushlight/tensor";
 *
 * const everyOther: Sampler = [0, 2, 4];
 * const dataset = new TensorDataset(range(10, 14), tensor([0, 1, 2, 3, 4], { dtype: "int32" }));
 * for (const { input } of new DataLoader({ dataset, sampler: everyOther, batchSize: 2 })) {
 *   console.log(input.toArray());
 * }
 * // [ 10, 12 ]
 * // [ 14 ]
 * ```
 */
export interface Sampler extends Iterable<number> {
  /** How many indices one loop gives. */
  readonly length: number;
}
