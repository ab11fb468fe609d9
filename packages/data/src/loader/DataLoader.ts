import { ArgumentError } from "@rushlight/tensor";
import { checkIndex } from "../checks/checkIndex.ts";
import { RandomSampler } from "../sampler/RandomSampler.ts";
import type { Sampler } from "../sampler/Sampler.ts";
import { SequentialSampler } from "../sampler/SequentialSampler.ts";
import type { Batch, Collate } from "./Batch.ts";
import { type BatchSource, collateOf } from "./collateOf.ts";

/** What a {@link DataLoader} loads, and how. */
export interface DataLoaderOptions<B = Batch> {
  readonly dataset: BatchSource<B>;
  /** How many samples a batch has; the last one of an epoch has fewer when the samples do not divide evenly. */
  readonly batchSize: number;
  /** The order of the samples. Default: every sample, in the order of the dataset. */
  readonly sampler?: Sampler;
  /** Every sample, in a new order each epoch, drawn from the default generator. Not together with a sampler. */
  readonly shuffle?: boolean;
  /** Leave out a last batch that is not full. Default: false. */
  readonly dropLast?: boolean;
}

/**
 * Batches of a dataset. Every loop over it is one epoch.
 *
 * All batches share memory, which is made once: a batch is valid until the next one is asked for. Clone its tensors to
 * keep them longer. For the same reason only one loop at a time can run over a loader.
 *
 * @example
 * ```ts
 * import { DataLoader, TensorDataset } from "@rushlight/data";
 * import { tensor } from "@rushlight/tensor";
 *
 * const inputs = tensor([[1, 2], [3, 4], [5, 6]]);
 * const targets = tensor([0, 1, 0], { dtype: "int32" });
 * const loader = new DataLoader({ dataset: new TensorDataset(inputs, targets), batchSize: 2 });
 * console.log(loader.length); // 2
 * for (const { input, target, size } of loader) {
 *   console.log(size, input.toArray(), target.toArray());
 * }
 * // 2 [ [ 1, 2 ], [ 3, 4 ] ] [ 0, 1 ]
 * // 1 [ [ 5, 6 ] ] [ 0 ]
 * ```
 */
export class DataLoader<B = Batch> implements Iterable<B> {
  /** How many batches an epoch has. */
  readonly length: number;
  /** How many samples an epoch has. */
  readonly sampleCount: number;
  private readonly datasetLength: number;
  private readonly sampler: Sampler;
  private readonly dropLast: boolean;
  private readonly indices: Int32Array;
  private readonly collate: Collate<B>;
  private loops = 0;

  /** @throws ArgumentError unless `batchSize` is a whole number from 1 up, or when both `sampler` and `shuffle` are given */
  constructor({ dataset, batchSize, sampler, shuffle = false, dropLast = false }: DataLoaderOptions<B>) {
    if (!Number.isInteger(batchSize) || batchSize < 1) {
      throw new ArgumentError(`DataLoader: expected a batchSize from 1 up, got ${batchSize}`);
    }
    if (sampler !== undefined && shuffle) {
      throw new ArgumentError("DataLoader: expected a sampler or shuffle, got both");
    }
    this.datasetLength = dataset.length;
    this.sampler = sampler ?? (shuffle ? new RandomSampler(dataset.length) : new SequentialSampler(dataset.length));
    this.dropLast = dropLast;
    const batches = this.sampler.length / batchSize;
    this.length = dropLast ? Math.floor(batches) : Math.ceil(batches);
    this.sampleCount = dropLast ? this.length * batchSize : this.sampler.length;
    this.indices = new Int32Array(batchSize);
    this.collate = collateOf(dataset, batchSize);
  }

  /**
   * The batches of one epoch.
   *
   * @throws IndexError, on the way, when the sampler gives an index outside the dataset
   * @throws ArgumentError, on the way, when another loop over this loader has begun meanwhile
   */
  *[Symbol.iterator](): Iterator<B> {
    const loop = ++this.loops;
    let count = 0;
    for (const index of this.sampler) {
      checkIndex("DataLoader", index, this.datasetLength);
      this.indices[count++] = index;
      if (count < this.indices.length) continue;
      yield this.collate(this.indices);
      if (loop !== this.loops) {
        throw new ArgumentError(
          "DataLoader: another loop over this loader has begun before this one ended, and they share memory; take a DataLoader for each",
        );
      }
      count = 0;
    }
    if (count > 0 && !this.dropLast) yield this.collate(this.indices.subarray(0, count));
  }
}
