import type { Instructions } from "../engine/features.ts";
import { compileKernels, instantiate } from "../engine/instantiate.ts";
import { webAssembly } from "../engine/WebAssembly.ts";

/** How many float32 operations an iteration of the loop is: 12 multiply-adds of 4 lanes. */
export const OPERATIONS_PER_ITERATION = 96;

/**
 * A loop of multiply-adds in registers, which reads and writes no memory: what no product of matrices can be faster than
 * with the same instructions, on one thread.
 *
 * @param instructions those of the backend that it is compared with
 * @returns a function of the number of iterations, each {@link OPERATIONS_PER_ITERATION} float32 operations
 * @throws Error where the platform does not know the instructions
 * @example
 * ```ts
 * import { multiplyAddLoop } from "@rushlight/wasm/bench";
 *
 * const run = multiplyAddLoop("simd");
 * console.log(run(0)); // 78
 * ```
 */
export function multiplyAddLoop(instructions: Instructions): (iterations: number) => number {
  const platform = webAssembly();
  if (platform === undefined) throw new Error("multiplyAddLoop: expected a platform with WebAssembly");
  // The kernels want a memory, which the loop does not use.
  const memory = new platform.Memory({ initial: 1, maximum: 1, shared: false });
  return instantiate(compileKernels(instructions, false), memory).multiply_add_loop_f32;
}
