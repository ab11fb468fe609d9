import { availableParallelism } from "node:os";
import { ArgumentError, backend, checkOptions, shown } from "@rushlight/tensor";
import { checkFunction } from "../sharing/checks.ts";
import { fileAddress } from "../sharing/fileAddress.ts";
import { workerFile } from "../sharing/workerFile.ts";
import { PARTS } from "./Control.ts";
import type { ThreadOptions } from "./ThreadOptions.ts";
import { Threads } from "./Threads.ts";

/** One part for each thread. */
const MOST_THREADS = PARTS;
const DEFAULT_WATCHDOG = 10_000;

/**
 * Starts threads that take a share of large operations, and makes tensors compute with them from now on: matrix products,
 * convolutions, pooling, element-wise functions, reductions, soft-max and optimiser steps. Calls stay synchronous, and
 * results stay the same to the last bit. What is too small to be worth its while stays in this thread.
 *
 * @returns what ends them again; a program that forgets it exits all the same
 * @throws ArgumentError for options that do not exist or are out of range, for a worker's file that is not there, and for a
 * backend without memory that threads can share
 * @throws WorkerError when the workers can not be started
 * @example
 * ```ts
 * import { startThreads } from "@rushlight/parallel";
 * import { mm, ones } from "@rushlight/tensor";
 *
 * const threads = await startThreads({ threads: 2 });
 * console.log(mm(ones(500, 500), ones(500, 500)).sum()); // 125000000
 * await threads.close();
 * ```
 */
export async function startThreads(options: ThreadOptions = {}): Promise<Threads> {
  checkOptions("startThreads", options, ["threads", "watchdog", "workerFile", "onFailure"]);
  const threads = options.threads ?? Math.min(availableParallelism(), MOST_THREADS);
  if (!Number.isInteger(threads) || threads < 1 || threads > MOST_THREADS) {
    throw new ArgumentError(`startThreads: expected threads from 1 to ${MOST_THREADS}, got ${shown(threads)}`);
  }
  const watchdog = options.watchdog ?? DEFAULT_WATCHDOG;
  if (typeof watchdog !== "number" || !(watchdog > 0)) {
    throw new ArgumentError(`startThreads: expected a watchdog above 0, got ${shown(watchdog)}`);
  }
  const { workerFile: file, onFailure } = options;
  checkFunction("startThreads", "onFailure", onFailure);
  const filename = file === undefined ? workerFile("kernelLoop") : fileAddress("startThreads", "workerFile", file);
  return Threads.start({ threads, watchdog, filename, onFailure }, backend());
}
