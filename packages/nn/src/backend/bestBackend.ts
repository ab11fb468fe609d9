import { type Backend, plainBackend } from "@rushlight/tensor";
import { wasmBackend } from "@rushlight/wasm";

/**
 * The WebAssembly backend, or the plain one. A platform may know the instructions and yet forbid to compile them, or have
 * no room for the memory: a program that asked for nothing goes on without. `RUSHLIGHT_BACKEND=wasm` tells why.
 */
export function bestBackend(): Backend {
  try {
    return wasmBackend() ?? plainBackend;
  } catch {
    return plainBackend;
  }
}
