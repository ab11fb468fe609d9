import { availableParallelism } from "node:os";
import { checkOptions, defaultGenerator, type GeneratorState } from "@rushlight/tensor";
import { checkBackend, checkFunction, checkSignal, checkWhole } from "../sharing/checks.ts";
import { fileAddress } from "../sharing/fileAddress.ts";
import { workerFile } from "../sharing/workerFile.ts";
import type { FactorySource } from "./messages.ts";

/** How a model is trained in worker threads. */
export interface DataParallelOptions {
  /** How many threads. Default: as many as the system runs at once. */
  readonly workers?: number | undefined;
  /**
   * How many slices a batch is cut into. With a number of its own, results have the same bits for any number of workers.
   * Default: as many as workers.
   */
  readonly slices?: number | undefined;
  /** What the random numbers of modules are drawn from, as by Dropout. Default: drawn from the default generator. */
  readonly seed?: number | undefined;
  /**
   * What the threads are started with, for programs that are bundled: where the bundler has put `@rushlight/parallel/replica`.
   * Default: the file of this package.
   */
  readonly workerFile?: URL | string | undefined;
  /**
   * What threads make their models with, for a model that can not be sent to them; it makes one like the model. See
   * {@link DataParallel.load}. Default: the model is sent.
   */
  readonly factory?: ModelFactory | undefined;
}

/** A file whose default export makes a model and its criterion: `(data) => ({ model, criterion })`, or a promise of them. */
export interface ModelFactory {
  readonly file: URL | string;
  /** What the function is called with: anything that `structuredClone` takes but shared memory. Default: undefined. */
  readonly data?: unknown;
  /**
   * The state of the default generator that the function draws from, so that all threads make the same. Default: the state that
   * it has now.
   */
  readonly random?: GeneratorState | undefined;
}

/** How a model that a file makes is trained in worker threads. */
export interface LoadOptions extends Omit<DataParallelOptions, "factory"> {
  /** What the function is called with: anything that `structuredClone` takes but shared memory. Default: undefined. */
  readonly data?: unknown;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** How far a call has come. */
export interface Progress {
  /** How many samples are done. */
  readonly samples: number;
  /** How many there are; undefined when nobody knows. */
  readonly total: number | undefined;
}

/** Options of calls that go through many samples. */
export interface EvaluationOptions extends CallOptions {
  /**
   * How many samples a thread takes at once, at most: what does not divide evenly is shared out. Batches that are given stay as
   * they are. Default: 128.
   */
  readonly batchSize?: number | undefined;
  /** Is told after each batch how far the call has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined;
}

const names: readonly (keyof LoadOptions & keyof DataParallelOptions)[] = ["workers", "slices", "seed", "workerFile"];

/** Options with what is taken where they are left out. */
export interface DataParallelChoices {
  readonly workers: number;
  readonly slices: number;
  /** Drawn when left out. */
  readonly seed: number | undefined;
  readonly workerFile: string;
  readonly factory: FactorySource | undefined;
}

/** @throws ArgumentError for options that do not exist */
export function checkLoadOptions(owner: string, options: LoadOptions): void {
  checkOptions(owner, options, [...names, "data"]);
}

/**
 * Checks options, and that there is memory to share.
 *
 * @throws ArgumentError for options that do not exist, for values that make no sense, and for a backend whose memory threads can
 *   not share
 */
export function chooseDataParallel(owner: string, options: DataParallelOptions): DataParallelChoices {
  checkOptions(owner, options, [...names, "factory"]);
  const { workers = availableParallelism() } = options;
  checkWhole(owner, "workers", workers, 1);
  const { slices = workers } = options;
  checkWhole(owner, "slices", slices, 1);
  if (options.seed !== undefined) checkWhole(owner, "seed", options.seed, 0);
  checkBackend(owner);
  return {
    workers,
    slices,
    seed: options.seed,
    factory: options.factory && factoryOf(owner, options.factory),
    workerFile:
      options.workerFile === undefined ? workerFile("replica") : fileAddress(owner, "workerFile", options.workerFile),
  };
}

function factoryOf(owner: string, factory: ModelFactory): FactorySource {
  checkOptions(`${owner}: factory`, factory, ["file", "data", "random"]);
  const { file, data, random = defaultGenerator().getState() } = factory;
  return { kind: "factory", file: fileAddress(owner, "file", file), data, generator: random };
}

/** @throws ArgumentError for options of a call that do not exist, and for what is no signal */
export function checkCallOptions(owner: string, options: CallOptions): void {
  checkOptions(owner, options, ["signal"]);
  checkSignal(owner, options.signal);
}

/**
 * Checks options of calls that go through many samples.
 *
 * @returns them, with what is taken where they are left out
 * @throws ArgumentError for options that do not exist, and for values that make no sense
 */
export function chooseEvaluation(
  owner: string,
  options: EvaluationOptions,
): Required<Pick<EvaluationOptions, "signal" | "onProgress">> & { readonly batchSize: number } {
  checkOptions(owner, options, ["batchSize", "signal", "onProgress"]);
  const { batchSize = 128, signal, onProgress } = options;
  checkWhole(owner, "batchSize", batchSize, 1);
  checkSignal(owner, signal);
  checkFunction(owner, "onProgress", onProgress);
  return { batchSize, signal, onProgress };
}
