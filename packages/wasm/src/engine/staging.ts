import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "./Engine.ts";

/** Managed operands go through scratch memory in pieces of so many elements, which stay in the processor's caches. */
export const CHUNK = 4096;

/**
 * Shorter runs are left to the plain kernels where these compute the same bits: they are done before a call into WebAssembly
 * is.
 */
export const SHORTEST_RUN = 32;

/** From this many elements, copying with `set` beats a loop. */
const FEWEST_TO_SET = 96;

/** The scratch memory of an operand, room for a chunk. */
export function chunkAddress(engine: Engine, slot: number): number {
  return engine.scratch(slot, CHUNK * 8);
}

/** Takes the scratch memory that chunks need, so that no kernel makes the memory grow for them later. */
export function takeChunks(engine: Engine): void {
  for (let slot = 0; slot < 3; slot++) chunkAddress(engine, slot);
}

/** Copies elements of an array to an address, side by side. */
export function copyIn(
  engine: Engine,
  count: number,
  x: FloatArray,
  at: number,
  stride: number,
  address: number,
): void {
  if (x instanceof Float32Array) {
    const memory = engine.float32;
    const to = address / 4;
    if (stride === 0) memory.fill(x[at], to, to + count);
    else if (stride === 1 && count >= FEWEST_TO_SET) memory.set(x.subarray(at, at + count), to);
    else for (let i = 0; i < count; i++, at += stride) memory[to + i] = x[at];
  } else {
    const memory = engine.float64;
    const to = address / 8;
    if (stride === 0) memory.fill(x[at], to, to + count);
    else if (stride === 1 && count >= FEWEST_TO_SET) memory.set(x.subarray(at, at + count), to);
    else for (let i = 0; i < count; i++, at += stride) memory[to + i] = x[at];
  }
}

/** Copies elements that lie side by side at an address to an array. */
export function copyOut(
  engine: Engine,
  count: number,
  address: number,
  y: FloatArray,
  at: number,
  stride: number,
): void {
  if (y instanceof Float32Array) {
    const memory = engine.float32;
    const from = address / 4;
    if (stride === 1 && count >= FEWEST_TO_SET) y.set(memory.subarray(from, from + count), at);
    else for (let i = 0; i < count; i++, at += stride) y[at] = memory[from + i];
  } else {
    const memory = engine.float64;
    const from = address / 8;
    if (stride === 1 && count >= FEWEST_TO_SET) y.set(memory.subarray(from, from + count), at);
    else for (let i = 0; i < count; i++, at += stride) y[at] = memory[from + i];
  }
}
