import { backendOn } from "../backend/backendOn.ts";
import { keepParts } from "../backend/parts.ts";
import type { WasmBackend } from "../backend/WasmBackend.ts";
import { Engine } from "../engine/Engine.ts";
import type { Arena } from "../engine/EngineMemory.ts";
import { Heap } from "../heap/Heap.ts";
import { noteIn } from "./notes.ts";
import type { SharedEngine } from "./sharedEngine.ts";

/** How a backend is attached to the memory of another thread's. */
export interface AttachOptions {
  /** The address of a ledger that the other thread has opened: what this one takes of the memory is noted there. */
  readonly ledger?: number | undefined;
  /** A part of the memory that the other thread lends: it is used before more is taken. */
  readonly arena?: Arena | undefined;
  /** The most bytes that resident storages of this thread take; three quarters of the memory when left out. */
  readonly heapLimit?: number | undefined;
}

/**
 * A backend in the memory of another thread's backend: with kernels, scratch memory and a heap of its own, so that both
 * compute at the same time, and with addresses that mean the same on both.
 *
 * @param shared what `sharedEngine` gave on the other thread
 * @throws Error when this thread can not run the kernels
 * @example
 * ```ts
 * import { createWasmBackend } from "@rushlight/wasm";
 * import { attachWasmBackend, sharedEngine } from "@rushlight/wasm/threads";
 *
 * const shared = sharedEngine(createWasmBackend({ shared: true }));
 * const backend = attachWasmBackend(shared); // on another thread
 * console.log(backend.shared); // true
 * ```
 */
export function attachWasmBackend(shared: SharedEngine, { ledger, arena, heapLimit }: AttachOptions = {}): WasmBackend {
  const notes = ledger === undefined ? undefined : noteIn(shared.memory.buffer, ledger);
  const engine = Engine.attach(shared, notes, arena);
  const heap = new Heap(engine, heapLimit);
  keepParts({ engine, heap });
  return backendOn(engine, heap);
}
