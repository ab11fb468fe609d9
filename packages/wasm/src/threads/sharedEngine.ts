import { ArgumentError, type Backend } from "@rushlight/tensor";
import { type BackendParts, partsOf } from "../backend/parts.ts";
import type { EngineParts } from "../engine/Engine.ts";

/**
 * What another thread needs to compute in the memory of a backend of this one: compiled kernels and the memory. It can be
 * sent to workers (`postMessage`).
 */
export type SharedEngine = EngineParts;

/**
 * The kernels and the memory of a backend, to send to workers. One that extends a WebAssembly backend has those of it.
 *
 * @throws ArgumentError when threads can not share its memory
 * @example
 * ```ts
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { sharedEngine } from "@rushlight/wasm/threads";
 *
 * const { memory } = sharedEngine(createWasmBackend({ shared: true }));
 * console.log(memory.buffer instanceof SharedArrayBuffer); // true
 * ```
 */
export function sharedEngine(backend: Backend): SharedEngine {
  return sharedParts("sharedEngine", backend).engine.parts();
}

/** What a backend with shared memory is made of. */
export function sharedParts(name: string, backend: Backend): BackendParts {
  const parts = partsOf(backend);
  if (parts === undefined)
    throw new ArgumentError(`${name}: expected a backend with memory of @rushlight/wasm, got ${backend.name}`);
  if (!parts.engine.shared) throw new ArgumentError(`${name}: expected a backend whose memory threads can share`);
  return parts;
}
