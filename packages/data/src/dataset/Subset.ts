import { checkIndex } from "../checks/checkIndex.ts";
import { checkIndices } from "../checks/checkIndices.ts";
import type { Batch, Collate } from "../loader/Batch.ts";
import { type BatchSource, collateOf } from "../loader/collateOf.ts";
import type { BatchedDataset, Dataset, Sample } from "./Dataset.ts";

/**
 * Some samples of a dataset: sample i is sample `indices[i]` of it. Nothing is copied.
 *
 * @example
 * ```ts
 * import { Subset, TensorDataset } from "@rushlight/data";
 * import { range, tensor } from "@rushlight/tensor";
 *
 * const dataset = new TensorDataset(range(10, 13), tensor([0, 1, 2, 3], { dtype: "int32" }));
 * const lastAndFirst = new Subset(dataset, [3, 0]);
 * console.log(lastAndFirst.length, lastAndFirst.get(0)); // 2 { input: 13, target: 3 }
 * ```
 */
export class Subset<Item = Sample, B = Batch> implements BatchedDataset<Item, B> {
  readonly length: number;
  private readonly dataset: Dataset<Item> & BatchSource<B>;
  private readonly indices: Int32Array;

  /**
   * @param indices copied, so that later changes have no effect; an index may come more than once
   * @throws IndexError when one is not an index of the dataset
   */
  constructor(dataset: Dataset<Item> & BatchSource<B>, indices: ArrayLike<number>) {
    this.indices = checkIndices("Subset", indices, dataset.length);
    this.dataset = dataset;
    this.length = indices.length;
  }

  /**
   * Sample `indices[index]` of the dataset.
   *
   * @throws IndexError unless `index` is from 0 to `length` − 1
   */
  get(index: number): Item {
    checkIndex("Subset", index, this.length);
    return this.dataset.get(this.indices[index]);
  }

  /** Batches as the dataset makes them. */
  collate(capacity: number): Collate<B> {
    const fill = collateOf(this.dataset, capacity);
    const chosen = new Int32Array(capacity);
    return (indices) => {
      for (let i = 0; i < indices.length; i++) chosen[i] = this.indices[indices[i]];
      return fill(chosen.subarray(0, indices.length));
    };
  }
}
