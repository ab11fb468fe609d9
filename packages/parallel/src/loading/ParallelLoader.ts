import type { Batch } from "@rushlight/data";
import { ArgumentError } from "@rushlight/tensor";
import type { PoolStatistics } from "../sharing/poolStatistics.ts";
import { EpochLoops } from "./EpochLoops.ts";
import { MapperPool } from "./MapperPool.ts";
import {
  checkEpochOptions,
  checkLoaderOptions,
  type EpochOptions,
  type ParallelLoaderOptions,
} from "./ParallelLoaderOptions.ts";
import { chooseWorkers } from "./workerOptions.ts";

/**
 * Batches of a dataset that worker threads prepare while the network trains on the ones before. Every loop over it is one
 * epoch, in the order of a `DataLoader` with the same options.
 *
 * Threads write the batches into `prefetch` + 1 blocks of shared memory, which are used again and again: a batch is valid
 * until the next one is asked for. Clone its tensors to keep them longer. Only one loop at a time can run over a loader; one
 * that is left early waits for the batches that threads are writing.
 *
 * The same seed gives the same batches, to the bit, for any number of workers and any prefetch, as long as maps draw their
 * random numbers from the generator in their context, or from the default generator of their thread, which is the same.
 *
 * A loader that is not closed keeps its threads, but does not keep a program from ending.
 *
 * @example
 * ```ts
 * import { TensorDataset } from "@rushlight/data";
 * import { ParallelLoader } from "@rushlight/parallel";
 * import { tensor } from "@rushlight/tensor";
 *
 * // new URL("./double.js", import.meta.url) in a program: a file with this in it.
 * const map = "data:text/javascript,export default ({ input, target }) => ({ input: input.mul(2), target })";
 *
 * const inputs = tensor([[1, 2], [3, 4], [5, 6]]);
 * const targets = tensor([0, 1, 0], { dtype: "int32" });
 * const dataset = new TensorDataset(inputs, targets);
 * const loader = new ParallelLoader({ dataset, map, batchSize: 2, workers: 1, prefetch: 2 });
 * for await (const { input, target, size } of loader) {
 *   console.log(size, input.toArray(), target.toArray());
 * }
 * // 2 [ [ 2, 4 ], [ 6, 8 ] ] [ 0, 1 ]
 * // 1 [ [ 10, 12 ] ] [ 0 ]
 * await loader.close();
 * ```
 */
export class ParallelLoader implements AsyncIterable<Batch> {
  private readonly pool: MapperPool;
  private readonly loops: EpochLoops;

  /**
   * Starts the threads.
   *
   * @throws ArgumentError for options that make no sense, for other datasets, for files that are not there, and when there is
   * no room
   */
  constructor(options: ParallelLoaderOptions) {
    checkLoaderOptions(options);
    const choices = chooseWorkers("ParallelLoader", options, options.map);
    this.pool = new MapperPool("ParallelLoader", options.dataset, choices);
    this.loops = new EpochLoops(this.pool, options, (options.prefetch ?? 2 * choices.workers) + 1);
  }

  /** How many batches an epoch has. With a dataset from a file it is known once the loader is {@link ready}. */
  get length(): number {
    const { sampler, rule } = this.plan("length");
    const batches = sampler.length / rule.batchSize;
    return rule.dropLast ? Math.floor(batches) : Math.ceil(batches);
  }

  /** How many samples an epoch has. With a dataset from a file it is known once the loader is {@link ready}. */
  get sampleCount(): number {
    const { sampler, rule } = this.plan("sampleCount");
    return rule.dropLast ? this.length * rule.batchSize : sampler.length;
  }

  /**
   * Waits until a dataset from a file is open in one of the threads, so that its length is known. Loops do so themselves.
   *
   * @returns the loader
   * @throws WorkerError when the file can not be used, and when the loader was closed before
   */
  async ready(): Promise<this> {
    await this.loops.makePlan();
    return this;
  }

  /** The batches of one epoch: {@link epoch} without options. */
  [Symbol.asyncIterator](): AsyncGenerator<Batch, void, undefined> {
    return this.epoch();
  }

  /**
   * The batches of one epoch.
   *
   * @throws WorkerError, on the way, when a file can not be used, when it throws for a sample, when a sample is not like the
   * first one, when a thread ends, and when the loader is closed; the loader can be looped over again then, unless it is closed
   * @throws IndexError, on the way, when the sampler gives an index outside the dataset
   * @throws ArgumentError for options that make no sense; and on the way, when another loop over this loader has begun
   * meanwhile, and when there is no room for the batches
   * @throws the reason of the signal, on the way
   * @example
   * ```ts
   * import { TensorDataset } from "@rushlight/data";
   * import { ParallelLoader } from "@rushlight/parallel";
   * import { range } from "@rushlight/tensor";
   *
   * const dataset = new TensorDataset(range(1, 8), range(1, 8));
   * const loader = new ParallelLoader({ dataset, batchSize: 2, workers: 1 });
   * const controller = new AbortController();
   * try {
   *   for await (const { input } of loader.epoch({ signal: controller.signal })) {
   *     console.log(input.toArray()); // [ 1, 2 ]
   *     controller.abort(new Error("enough"));
   *   }
   * } catch (error) {
   *   console.log(String(error)); // Error: enough
   * }
   * await loader.close();
   * ```
   */
  epoch(options: EpochOptions = {}): AsyncGenerator<Batch, void, undefined> {
    checkEpochOptions(options);
    return this.loops.batches(options.signal);
  }

  /** How the threads are doing. */
  statistics(): PoolStatistics {
    return this.pool.statistics();
  }

  /** Ends the threads. A loop that is running ends with a WorkerError. */
  async close(): Promise<void> {
    await this.pool.close();
    this.loops.release();
  }

  /** {@link close}, for `await using`. */
  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  private plan(name: string): NonNullable<EpochLoops["plan"]> {
    const { plan } = this.loops;
    if (plan !== undefined) return plan;
    throw new ArgumentError(
      `ParallelLoader.${name}: the dataset of a file is not known yet; await loader.ready() before`,
    );
  }
}
