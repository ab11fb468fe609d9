import type { Backend } from "@rushlight/tensor";
import type { Instructions } from "../engine/features.ts";
import type { HeapStats } from "../heap/Heap.ts";

/** The WebAssembly backend: kernels with the memory that they work in. */
export interface WasmBackend extends Backend {
  readonly name: "wasm";
  /** The instruction set of its kernels. */
  readonly instructions: Instructions;
  /** Whether threads can share its memory. */
  readonly shared: boolean;
  /** How the heap is doing in which resident storages lie. */
  heapStats(): HeapStats;
}

/** How a WebAssembly backend is made. */
export interface WasmOptions {
  /** The instruction set; the best that the platform has when left out. Both agree up to rounding. */
  readonly instructions?: Instructions | undefined;
  /** Whether threads can share the memory; true where the platform allows it, when left out. */
  readonly shared?: boolean | undefined;
  /** The most bytes that resident storages take; three quarters of the memory when left out. */
  readonly heapLimit?: number | undefined;
}
