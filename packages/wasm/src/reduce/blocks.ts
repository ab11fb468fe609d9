import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** Elements of a block: the unit in which runs are summed, the same as `BLOCK` in `assembly/reduce/sums.ts`. */
export const BLOCK = 4096;

/** Shorter runs are left to the plain kernels: they are done before a call into WebAssembly is. */
export const SHORTEST_RUN = 32;

/** From this many elements, copying with `set` beats a loop. */
const FEWEST_TO_SET = 96;

/**
 * Takes the scratch memory that blocks need, so that no kernel makes the memory grow later: growing may detach the arrays
 * that a caller holds.
 */
export function takeBlocks(engine: Engine): void {
  for (let slot = 0; slot < 3; slot++) engine.scratch(slot, BLOCK * 8);
}

/**
 * Copies at most {@link BLOCK} elements of a run to scratch memory, side by side.
 *
 * @returns their address
 */
export function gatherBlock(engine: Engine, count: number, x: FloatArray, at: number, stride: number): number {
  const source = engine.addressOf(x, at);
  const target = engine.scratch(0, BLOCK * 8);
  if (x instanceof Float32Array) {
    if (source !== 0) engine.kernels.reduce_gather_f32(count, source, stride, target);
    else if (stride === 1 && count >= FEWEST_TO_SET) engine.float32.set(x.subarray(at, at + count), target / 4);
    else {
      const memory = engine.float32;
      for (let to = target / 4, end = to + count; to < end; to++, at += stride) memory[to] = x[at];
    }
  } else if (source !== 0) engine.kernels.reduce_gather_f64(count, source, stride, target);
  else if (stride === 1 && count >= FEWEST_TO_SET) engine.float64.set(x.subarray(at, at + count), target / 8);
  else {
    const memory = engine.float64;
    for (let to = target / 8, end = to + count; to < end; to++, at += stride) memory[to] = x[at];
  }
  return target;
}
