import { type Backend, extendBackend } from "@rushlight/tensor";
import { backendOn } from "../backend/backendOn.ts";
import { otherFunctions } from "../backend/ownFunctions.ts";
import type { WasmBackend } from "../backend/WasmBackend.ts";
import type { Kernels } from "../engine/instantiate.ts";
import { sharedParts } from "./sharedEngine.ts";

/**
 * The same backend with other kernels: same memory, same heap, same results if the kernels give the same. What copies operands
 * in and out stays as it is; kernels see addresses in the memory alone. Where the backend extends one of this package, what it
 * computes by other means, a BLAS for one, stays with it.
 *
 * @param change makes the kernels from those that there are
 * @throws ArgumentError when threads can not share its memory
 * @example
 * ```ts
 * import { ones, useBackend } from "@rushlight/tensor";
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { withKernels } from "@rushlight/wasm/threads";
 *
 * let calls = 0;
 * const counting = withKernels(createWasmBackend({ shared: true }), (kernels) => ({
 *   ...kernels,
 *   reduce_sum_f32: (...operands) => (calls++, kernels.reduce_sum_f32(...operands)),
 * }));
 * useBackend(counting);
 * console.log(ones(1000).sum(), calls); // 1000 1
 * ```
 */
export function withKernels(backend: Backend, change: (kernels: Kernels) => Kernels): WasmBackend {
  const { engine, heap } = sharedParts("withKernels", backend);
  const changed = backendOn(engine.withKernels(change(engine.kernels)), heap);
  const { features } = backend;
  return { ...changed, ...extendBackend(changed, "wasm", { ...otherFunctions(backend), features }), name: "wasm" };
}
