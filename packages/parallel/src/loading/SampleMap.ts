import type { Dataset, Sample } from "@rushlight/data";
import type { Generator } from "@rushlight/tensor";

/** What a {@link SampleMap} is told beside the sample. */
export interface SampleContext {
  /** The number of the sample in the dataset. */
  readonly index: number;
  /** How many loops over the loader began before this one; 0 in `mapDataset`. */
  readonly epoch: number;
  /**
   * Random numbers for this sample: the default generator of the thread, seeded by the seed of the loader, the epoch and the
   * index, so that they do not depend on which thread draws them, nor on what was drawn before.
   */
  readonly generator: Generator;
  /** The option `data`, copied to the thread. */
  readonly data: unknown;
}

/**
 * The default export of a file that prepares samples in worker threads: makes of each sample the one to train on. The results
 * may have other sizes and dtypes than the samples have, but the same for all. Each thread imports the file once, and prepares
 * one sample after the other.
 *
 * @example
 * ```ts
 * import type { Sample } from "@rushlight/data";
 * import type { SampleMap } from "@rushlight/parallel";
 * import { add, randn, type Tensor } from "@rushlight/tensor";
 *
 * const addNoise: SampleMap<Sample<Tensor>> = ({ input, target }, { generator }) => ({
 *   input: add(input, randn(input.size(), { generator }).mul(0.1)),
 *   target,
 * });
 * export default addNoise;
 * ```
 */
export type SampleMap<Source extends Sample = Sample, Result extends Sample = Sample> = (
  sample: Source,
  context: SampleContext,
) => Result | Promise<Result>;

/**
 * The default export of a file that opens a dataset in worker threads, each of which has one of its own. Where there is no
 * map, a dataset with a method `collate` makes the batches itself.
 *
 * @param data the option `data`, copied to the thread
 * @example
 * ```ts
 * import type { DatasetMaker } from "@rushlight/parallel";
 * import { tensor } from "@rushlight/tensor";
 *
 * const squares: DatasetMaker = (length) => ({
 *   length: Number(length),
 *   get: (index) => ({ input: tensor([index]), target: tensor([index * index]) }),
 * });
 * export default squares;
 * ```
 */
export type DatasetMaker = (data: unknown) => Dataset | Promise<Dataset>;
