import type { Sampler } from "@rushlight/data";
import { IndexError } from "@rushlight/tensor";

/** How the samples of an epoch are cut into batches. */
export interface BatchRule {
  /** How many samples the dataset has. */
  readonly datasetLength: number;
  readonly batchSize: number;
  readonly dropLast: boolean;
}

/**
 * The samples of each batch of an epoch.
 *
 * @throws IndexError, on the way, when the sampler gives an index outside the dataset
 */
export function* batchIndices(
  sampler: Sampler,
  { datasetLength, batchSize, dropLast }: BatchRule,
): Generator<Int32Array> {
  let batch = new Int32Array(batchSize);
  let count = 0;
  for (const index of sampler) {
    if (!(Number.isInteger(index) && index >= 0 && index < datasetLength)) {
      throw new IndexError(`ParallelLoader: expected an index from 0 to ${datasetLength - 1}, got ${index}`);
    }
    batch[count++] = index;
    if (count < batchSize) continue;
    yield batch;
    batch = new Int32Array(batchSize);
    count = 0;
  }
  if (count > 0 && !dropLast) yield batch.slice(0, count);
}

/** The batches of an order whose first one was taken already. */
export function* startingWith(first: Int32Array, rest: Iterable<Int32Array>): Generator<Int32Array> {
  yield first;
  yield* rest;
}
