import type { BatchedDataset, Dataset, Sample } from "../dataset/Dataset.ts";
import type { Batch, Collate } from "./Batch.ts";
import { collateSamples } from "./collateSamples.ts";

/** A dataset that batches of form `B` can be made of: one that makes them itself, or for plain batches one of samples. */
export type BatchSource<B = Batch> = BatchedDataset<unknown, B> | (Batch extends B ? Dataset<Sample> : never);

/** The batches that a dataset makes itself, else those of {@link collateSamples}. */
export function collateOf<B>(dataset: BatchSource<B>, capacity: number): Collate<B>;
export function collateOf(dataset: BatchSource<Batch>, capacity: number): Collate<Batch> {
  return isBatched(dataset) ? dataset.collate(capacity) : collateSamples(dataset, capacity);
}

function isBatched(dataset: BatchSource<Batch>): dataset is BatchedDataset<unknown, Batch> {
  return "collate" in dataset;
}
