import type { Backend } from "@rushlight/tensor";
import { type Kernels, sharedEngine } from "@rushlight/wasm/threads";
import { workerFile } from "../sharing/workerFile.ts";
import { ForkJoin } from "../threads/ForkJoin.ts";
import { LoopPool, SCRATCH_BYTES } from "../threads/LoopPool.ts";
import { forkedKernels, scratchOperands } from "../threads/splits/forkedKernels.ts";
import { checkCount } from "./checkCount.ts";
import { kernelsOf } from "./kernelsOf.ts";

const WATCHDOG = 10_000;

/** Kernels on the memory of a backend, and threads that they are divided among. */
export interface DividedKernels extends AsyncDisposable {
  /** Those of this thread. */
  readonly single: Kernels;
  /** The same, divided into as many parts as there can be, however short they are. */
  readonly divided: Kernels;
  /** Ends the threads. */
  close(): Promise<void>;
}

/**
 * Starts threads that share all work, also what is too small to be worth its while: to measure what dividing costs.
 *
 * @param backend one whose memory threads can share
 * @param threads how many threads compute, this one included: 2 to 63
 * @param parts how many parts a job has at most; as many as there are threads, when left out
 * @throws ArgumentError for numbers that are out of range, and when threads can not share the backend's memory
 * @throws WorkerError when the workers can not be started
 * @example
 * ```ts
 * import { startDividedKernels } from "@rushlight/parallel/bench";
 * import { Tensor, useBackend } from "@rushlight/tensor";
 * import { createWasmBackend } from "@rushlight/wasm";
 *
 * const backend = createWasmBackend({ shared: true });
 * useBackend(backend);
 * const x = new Tensor([128], { resident: true });
 * const { divided, close } = await startDividedKernels(backend, 2);
 * divided.fill_f32(128, x.storage().data.byteOffset, 3); // each thread fills a half
 * console.log(x.sum()); // 384
 * await close();
 * ```
 */
export async function startDividedKernels(
  backend: Backend,
  threads: number,
  parts: number = threads,
): Promise<DividedKernels> {
  checkCount("startDividedKernels", "threads", threads, 2);
  checkCount("startDividedKernels", "parts", parts, 2);
  const single = kernelsOf(backend);
  const { memory } = sharedEngine(backend);
  // What fails is thrown by the kernel that waits for it.
  const ignore = (): void => {};
  const pool = new LoopPool(backend, threads - 1, workerFile("kernelLoop"), scratchOperands(single), ignore);
  const fork = new ForkJoin(parts, pool, single, WATCHDOG, ignore);
  const divided = forkedKernels(single, fork, memory, { scratchBytes: SCRATCH_BYTES, shortestPart: 0 });
  async function close(): Promise<void> {
    fork.retire();
    await pool.close();
  }
  try {
    await pool.enter();
  } catch (error) {
    await close();
    throw error;
  }
  return { single, divided, close, [Symbol.asyncDispose]: close };
}
