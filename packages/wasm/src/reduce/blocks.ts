import type { FloatArray } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { CHUNK, chunkAddress, copyIn } from "../engine/staging.ts";

/** Elements of a block: the unit in which runs are summed, the same as `BLOCK` in `assembly/reduce/sums.ts`. */
export const BLOCK: number = CHUNK;

/**
 * Copies at most {@link BLOCK} elements of a run to scratch memory, side by side.
 *
 * @returns their address
 */
export function gatherBlock(engine: Engine, count: number, x: FloatArray, at: number, stride: number): number {
  const source = engine.addressOf(x, at);
  const target = chunkAddress(engine, 0);
  if (source === 0) copyIn(engine, count, x, at, stride, target);
  else if (x instanceof Float32Array) engine.kernels.reduce_gather_f32(count, source, stride, target);
  else engine.kernels.reduce_gather_f64(count, source, stride, target);
  return target;
}
