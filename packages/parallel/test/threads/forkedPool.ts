import { createWasmBackend, type Instructions, type WasmBackend } from "@rushlight/wasm";
import { type Kernels, sharedEngine } from "@rushlight/wasm/threads";
import { kernelsOf } from "../../src/bench/kernelsOf.ts";
import type { WorkerError } from "../../src/errors/WorkerError.ts";
import { workerFile } from "../../src/sharing/workerFile.ts";
import { ForkJoin } from "../../src/threads/ForkJoin.ts";
import { LoopPool, SCRATCH_BYTES } from "../../src/threads/LoopPool.ts";
import { forkedKernels, scratchOperands } from "../../src/threads/splits/forkedKernels.ts";

/** A pool that is not behind `startThreads`. */
export interface ForkedPool {
  readonly backend: WasmBackend;
  /** The kernels of one thread. */
  readonly single: Kernels;
  /** The same, divided. */
  readonly forked: Kernels;
  readonly fork: ForkJoin;
  readonly pool: LoopPool;
  /** What has failed. */
  readonly failures: WorkerError[];
}

/** How a {@link ForkedPool} is made. */
export interface ForkedPoolOptions {
  readonly threads: number;
  readonly instructions?: Instructions;
  /** The nanoseconds that a part should take; 0, so that everything is divided, when left out. */
  readonly shortestPart?: number;
  readonly watchdog?: number;
}

/** Starts a pool. */
export async function forkedPool(options: ForkedPoolOptions): Promise<ForkedPool> {
  const { threads, instructions = "simd", shortestPart = 0, watchdog = 10_000 } = options;
  const backend = createWasmBackend({ shared: true, instructions });
  const single = kernelsOf(backend);
  const failures: WorkerError[] = [];
  const note = (error: WorkerError): void => {
    failures.push(error);
  };
  const pool = new LoopPool(backend, threads - 1, workerFile("kernelLoop"), scratchOperands(single), note);
  const fork = new ForkJoin(threads, pool, single, watchdog, note);
  const { memory } = sharedEngine(backend);
  const forked = forkedKernels(single, fork, memory, { scratchBytes: SCRATCH_BYTES, shortestPart });
  await pool.enter();
  return { backend, single, forked, fork, pool, failures };
}
