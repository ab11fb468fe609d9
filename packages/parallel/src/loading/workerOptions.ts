import { availableParallelism } from "node:os";
// Installs a backend whose memory threads can share.
import "@rushlight/nn";
import { initialSeed } from "@rushlight/tensor";
import { checkBackend, checkWhole } from "../sharing/checks.ts";
import { fileAddress } from "../sharing/fileAddress.ts";
import { workerFile } from "../sharing/workerFile.ts";

/** How samples are prepared in worker threads. */
export interface WorkerOptions {
  /** How many threads. Default: one less than the system runs at once, and at least one. */
  readonly workers?: number | undefined;
  /**
   * What the random numbers of maps are drawn from, together with the epoch and the index of the sample. Default: the seed
   * that the default generator began with, which `manualSeed` sets.
   */
  readonly seed?: number | undefined;
  /**
   * Copied to the threads, for the files: passed to a `DatasetMaker`, and to a `SampleMap` in its context. Anything that
   * `structuredClone` takes but shared memory. Default: undefined.
   */
  readonly data?: unknown;
  /**
   * What the threads are started with, for programs that are bundled: where the bundler has put `@rushlight/parallel/mapper`.
   * Default: the file of this package.
   */
  readonly workerFile?: URL | string | undefined;
}

/** Their names. */
export const workerOptionNames: readonly (keyof WorkerOptions)[] = ["workers", "seed", "data", "workerFile"];

/** Options with what is taken where they are left out. */
export interface WorkerChoices {
  readonly workers: number;
  readonly seed: number;
  readonly data: unknown;
  readonly workerFile: string;
  /** The address of the map. */
  readonly map: string | undefined;
}

/** @throws ArgumentError for options that make no sense, and for a backend whose memory threads can not share */
export function chooseWorkers(owner: string, options: WorkerOptions, map: URL | string | undefined): WorkerChoices {
  const { workers = Math.max(1, availableParallelism() - 1), seed = initialSeed(), data } = options;
  checkWhole(owner, "workers", workers, 1);
  checkWhole(owner, "seed", seed, 0);
  checkBackend(owner);
  return {
    workers,
    seed,
    data,
    workerFile:
      options.workerFile === undefined ? workerFile("mapper") : fileAddress(owner, "workerFile", options.workerFile),
    map: map === undefined ? undefined : fileAddress(owner, "map", map),
  };
}
