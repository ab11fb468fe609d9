import type { Backend, ResidentMemory } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import type { Heap } from "../heap/Heap.ts";

/** What a backend is made of. */
export interface BackendParts {
  readonly engine: Engine;
  readonly heap: Heap;
}

/** By the memory, which a backend keeps when it is extended. */
const parts = new WeakMap<ResidentMemory, BackendParts>();

/** Notes what a backend is made of. */
export function keepParts(made: BackendParts): void {
  parts.set(made.heap, made);
}

/** What a backend, or the one below it, is made of; undefined for one without kernels of this package. */
export function partsOf({ memory }: Backend): BackendParts | undefined {
  return memory === undefined ? undefined : parts.get(memory);
}
