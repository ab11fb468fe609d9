import type { Sampler } from "@rushlight/data";
import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import { checkSignal, checkWhole } from "../sharing/checks.ts";
import type { SharableDataset } from "./shareDataset.ts";
import { type WorkerOptions, workerOptionNames } from "./workerOptions.ts";

/** What a `ParallelLoader` loads, and how. Those of a `DataLoader`, and more. */
export interface ParallelLoaderOptions extends WorkerOptions {
  /** A TensorDataset, whose tensors threads read where they lie; or a file with a {@link DatasetMaker}: its URL, or its path. */
  readonly dataset: SharableDataset;
  /**
   * A file with a {@link SampleMap}: its URL, or its path. Not a function, which can not be sent to a thread. Default: samples
   * stay as they are.
   */
  readonly map?: URL | string | undefined;
  /** How many samples a batch has; the last one of an epoch has fewer when the samples do not divide evenly. */
  readonly batchSize: number;
  /** The order of the samples. Default: every sample, in the order of the dataset. */
  readonly sampler?: Sampler | undefined;
  /** Every sample, in a new order each epoch, drawn from the default generator. Not together with a sampler. Default: false. */
  readonly shuffle?: boolean | undefined;
  /** Leave out a last batch that is not full. Default: false. */
  readonly dropLast?: boolean | undefined;
  /** How many batches are prepared ahead of the one in use, each in memory of its own. Default: twice the workers. */
  readonly prefetch?: number | undefined;
}

/** Options of one loop over a `ParallelLoader`. */
export interface EpochOptions {
  /**
   * Ends the loop when it is aborted: the next batch is refused with the reason, once the batches that threads are writing are
   * written.
   */
  readonly signal?: AbortSignal | undefined;
}

const loaderNames: readonly (keyof ParallelLoaderOptions)[] = [
  "dataset",
  "map",
  "batchSize",
  "sampler",
  "shuffle",
  "dropLast",
  "prefetch",
];

/** @throws ArgumentError for options that do not exist or make no sense; those of the workers are checked elsewhere */
export function checkLoaderOptions(options: ParallelLoaderOptions): void {
  checkOptions("ParallelLoader", options, [...loaderNames, ...workerOptionNames]);
  const { batchSize, sampler, shuffle, dropLast, prefetch = 0 } = options;
  checkWhole("ParallelLoader", "batchSize", batchSize, 1);
  checkWhole("ParallelLoader", "prefetch", prefetch, 0);
  checkFlag("shuffle", shuffle);
  checkFlag("dropLast", dropLast);
  if (sampler !== undefined && shuffle === true) {
    throw new ArgumentError("ParallelLoader: expected a sampler or shuffle, got both");
  }
  if (sampler !== undefined && !isSampler(sampler)) {
    throw new ArgumentError(`ParallelLoader: expected a sampler with a length to loop over, got ${shown(sampler)}`);
  }
}

/** @throws ArgumentError for options that do not exist or make no sense */
export function checkEpochOptions(options: EpochOptions): void {
  checkOptions("ParallelLoader.epoch", options, ["signal"]);
  checkSignal("ParallelLoader.epoch", options.signal);
}

function checkFlag(name: string, value: unknown): void {
  if (value === undefined || typeof value === "boolean") return;
  throw new ArgumentError(`ParallelLoader: expected ${name} to be true or false, got ${shown(value)}`);
}

function isSampler(value: unknown): boolean {
  return (
    typeof value === "object" &&
    value !== null &&
    "length" in value &&
    Number.isInteger(value.length) &&
    typeof Reflect.get(value, Symbol.iterator) === "function"
  );
}
