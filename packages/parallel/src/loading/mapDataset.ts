import { TensorDataset } from "@rushlight/data";
import { ArgumentError, checkOptions } from "@rushlight/tensor";
import { checkFunction, checkSignal } from "../sharing/checks.ts";
import { MapperPool } from "./MapperPool.ts";
import { allocateShared } from "./SharedTensor.ts";
import type { SharableDataset } from "./shareDataset.ts";
import { chooseWorkers, type WorkerOptions, workerOptionNames } from "./workerOptions.ts";
import { writeAll } from "./writeAll.ts";

/** How far {@link mapDataset} has come. */
export interface MapProgress {
  /** How many samples are prepared. */
  readonly done: number;
  /** How many there are. */
  readonly total: number;
}

/** Options of {@link mapDataset}. */
export interface MapDatasetOptions extends WorkerOptions {
  /** Ends it when it is aborted: the samples that are being prepared are waited for, and the promise is rejected with the reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called each time that some samples are prepared; when it throws, that ends the work. */
  readonly onProgress?: ((progress: MapProgress) => void) | undefined;
}

/**
 * Prepares all samples of a dataset in worker threads: a new dataset in memory, with sample i made of sample i.
 *
 * The inputs and targets of the prepared samples may be tensors or numbers, of any size and dtype that all have in common. A
 * number becomes an element of a vector of int32, or of the dtype of the vector it came from.
 *
 * @param dataset a TensorDataset, whose tensors threads read where they lie; or a file with a {@link DatasetMaker}
 * @param map a file with a {@link SampleMap}: its URL, or its path. Not a function, which can not be sent to a thread
 * @returns a dataset on tensors that kernels compute with in place
 * @throws ArgumentError for other datasets, for files that are not there, for a dataset without samples, when there is no
 * room, and for options that make no sense
 * @throws WorkerError when a file can not be used, when it throws, when a sample is not like the first one, and when a
 * thread ends
 * @throws the reason of the signal
 * @example
 * ```ts
 * import { TensorDataset } from "@rushlight/data";
 * import { mapDataset } from "@rushlight/parallel";
 * import { tensor } from "@rushlight/tensor";
 *
 * // new URL("./double.js", import.meta.url) in a program: a file with this in it.
 * const double = "data:text/javascript,export default ({ input, target }) => ({ input: input.mul(2), target })";
 *
 * const dataset = new TensorDataset(tensor([[1, 2], [3, 4]]), tensor([0, 1], { dtype: "int32" }));
 * const doubled = await mapDataset(dataset, double, { workers: 1 });
 * console.log(doubled.inputs.toArray()); // [ [ 2, 4 ], [ 6, 8 ] ]
 * ```
 */
export async function mapDataset(
  dataset: SharableDataset,
  map: URL | string,
  options: MapDatasetOptions = {},
): Promise<TensorDataset> {
  checkOptions("mapDataset", options, [...workerOptionNames, "signal", "onProgress"]);
  const { signal, onProgress } = options;
  checkSignal("mapDataset", signal);
  checkFunction("mapDataset", "onProgress", onProgress);
  const choices = chooseWorkers("mapDataset", options, map);
  signal?.throwIfAborted();
  const pool = new MapperPool("mapDataset", dataset, choices);
  try {
    const total = await pool.length();
    if (total === 0) throw new ArgumentError("mapDataset: expected a dataset with samples, got one without");
    const { input, target } = await pool.form(0, 0);
    const inputs = allocateShared("mapDataset", input.dtype, [total, ...input.size]);
    const targets = allocateShared("mapDataset", target.dtype, [total, ...target.size]);
    await writeAll(pool, { inputs, targets, total, workers: choices.workers, signal, onProgress });
    return new TensorDataset(inputs.tensor, targets.tensor);
  } finally {
    await pool.close();
  }
}
