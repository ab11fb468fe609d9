import { type WasmBackend, wasmBackend } from "@rushlight/wasm";

/**
 * The WebAssembly backend.
 *
 * @throws Error where the platform can not run it
 */
export function theWasmBackend(): WasmBackend {
  const backend = wasmBackend();
  if (backend === undefined) throw new Error("expected a platform with WebAssembly and 128-bit vectors (SIMD)");
  return backend;
}
