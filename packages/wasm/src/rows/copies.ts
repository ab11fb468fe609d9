import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** From this many elements, copying with `set` beats a loop. */
const FEWEST_TO_SET = 96;

/** Copies elements of a managed array to an address. */
export function copyIn(engine: Engine, count: number, x: FloatArray, at: number, address: number): void {
  if (x instanceof Float32Array) {
    const memory = engine.float32;
    if (count >= FEWEST_TO_SET) memory.set(x.subarray(at, at + count), address / 4);
    else for (let to = address / 4, end = to + count; to < end; to++, at++) memory[to] = x[at];
  } else {
    const memory = engine.float64;
    if (count >= FEWEST_TO_SET) memory.set(x.subarray(at, at + count), address / 8);
    else for (let to = address / 8, end = to + count; to < end; to++, at++) memory[to] = x[at];
  }
}

/** Copies elements at an address to a managed array. */
export function copyOut(engine: Engine, count: number, address: number, y: FloatArray, at: number): void {
  if (y instanceof Float32Array) {
    const memory = engine.float32;
    const from = address / 4;
    if (count >= FEWEST_TO_SET) y.set(memory.subarray(from, from + count), at);
    else for (let i = 0; i < count; i++) y[at + i] = memory[from + i];
  } else {
    const memory = engine.float64;
    const from = address / 8;
    if (count >= FEWEST_TO_SET) y.set(memory.subarray(from, from + count), at);
    else for (let i = 0; i < count; i++) y[at + i] = memory[from + i];
  }
}
