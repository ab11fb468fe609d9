import { detectFeatures } from "../engine/features.ts";
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
