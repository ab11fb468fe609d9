import { detectFeatures } from "../engine/features.ts";
import type { HeapStats } from "../heap/Heap.ts";
import { createWasmBackend } from "./createWasmBackend.ts";
import type { WasmBackend } from "./WasmBackend.ts";

let shared: WasmBackend | undefined;

/**
 * The WebAssembly backend that a program's packages share, with the best instructions that the platform has; undefined on
 * a platform without vectors.
 *
 * @example
 * ```ts
 * import { plainBackend, useBackend } from "@rushlight/tensor";
 * import { wasmBackend } from "@rushlight/wasm";
 *
 * useBackend(wasmBackend() ?? plainBackend);
 * console.log(wasmBackend() === wasmBackend()); // true
 * ```
 */
export function wasmBackend(): WasmBackend | undefined {
  if (shared === undefined && detectFeatures().simd) shared = createWasmBackend();
  return shared;
}

/**
 * How the heap of the {@link wasmBackend} is doing, in which resident storages lie; undefined on a platform without vectors.
 *
 * @example
 * ```ts
 * import { heapStats, wasmBackend } from "@rushlight/wasm";
 * import { Tensor, useBackend } from "@rushlight/tensor";
 *
 * const wasm = wasmBackend();
 * if (wasm !== undefined) useBackend(wasm);
 * const kept = new Tensor([16, 16], { resident: true });
 * console.log(heapStats()?.blocks, heapStats()?.used); // 1 1024
 * console.log(kept.dim()); // 2
 * ```
 */
export function heapStats(): HeapStats | undefined {
  return wasmBackend()?.heapStats();
}
