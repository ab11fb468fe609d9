import type { Dataset } from "@rushlight/data";

/** Asks a sampler which samples come next, a dataset for the samples, and a collate function for a batch of them. */
export class BatchLoader<Sample, Batch> implements Iterable<Batch> {
  private readonly dataset: Dataset<Sample>;
  private readonly sampler: Iterable<number>;
  private readonly batchSize: number;
  private readonly collate: (samples: readonly Sample[]) => Batch;

  constructor(
    dataset: Dataset<Sample>,
    sampler: Iterable<number>,
    batchSize: number,
    collate: (samples: readonly Sample[]) => Batch,
  ) {
    this.dataset = dataset;
    this.sampler = sampler;
    this.batchSize = batchSize;
    this.collate = collate;
  }

  /** One epoch. The last batch may be smaller than the others. */
  *[Symbol.iterator](): Iterator<Batch> {
    let samples: Sample[] = [];
    for (const index of this.sampler) {
      samples.push(this.dataset.get(index));
      if (samples.length < this.batchSize) continue;
      yield this.collate(samples);
      samples = [];
    }
    if (samples.length > 0) yield this.collate(samples);
  }
}
