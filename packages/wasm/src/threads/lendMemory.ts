import type { Backend } from "@rushlight/tensor";
import { sharedParts } from "./sharedEngine.ts";

/** A part of a backend's memory, for other threads. */
export interface LentMemory {
  /** A multiple of 64. */
  readonly address: number;
  readonly bytes: number;
  /** Gives it back to the heap, when no thread uses it any more. Only the first call does. */
  giveBack(): void;
}

/**
 * Takes a part of a backend's heap, of any contents, until it is given back: garbage collection does not.
 *
 * @returns undefined when there is no room for it
 * @throws ArgumentError when threads can not share its memory
 * @example
 * ```ts
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { lendMemory } from "@rushlight/wasm/threads";
 *
 * const backend = createWasmBackend({ shared: true });
 * const lent = lendMemory(backend, 1024);
 * console.log(lent?.bytes, backend.heapStats().used); // 1024 1024
 * lent?.giveBack();
 * console.log(backend.heapStats().used); // 0
 * ```
 */
export function lendMemory(backend: Backend, bytes: number): LentMemory | undefined {
  const { heap } = sharedParts("lendMemory", backend);
  const address = heap.lend(bytes);
  if (address === undefined) return undefined;
  let lent = true;
  return {
    address,
    bytes,
    giveBack() {
      if (lent) heap.giveBack(address);
      lent = false;
    },
  };
}
