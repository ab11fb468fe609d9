import { type FloatArray, plainBackend, type ReduceKernel } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { SHORTEST_RUN } from "../engine/staging.ts";
import { BLOCK, gatherBlock } from "./blocks.ts";

type ExtremeOfRun = (count: number, x: number) => number;

/** The largest and the smallest element, and their positions. */
export interface ExtremeKernels {
  readonly max: ReduceKernel;
  readonly min: ReduceKernel;
  readonly argMax: ReduceKernel;
  readonly argMin: ReduceKernel;
}

/** The {@link ExtremeKernels} of an engine. */
export function extremeKernels(engine: Engine): ExtremeKernels {
  const { reduce_max_f32, reduce_max_f64, reduce_min_f32, reduce_min_f64 } = engine.kernels;
  const { max, min, argMax, argMin } = plainBackend.reduce;
  return {
    max: extremeKernel(engine, reduce_max_f32, reduce_max_f64, max, 1),
    min: extremeKernel(engine, reduce_min_f32, reduce_min_f64, min, -1),
    argMax: positionKernel(engine, reduce_max_f32, reduce_max_f64, argMax, 1),
    argMin: positionKernel(engine, reduce_min_f32, reduce_min_f64, argMin, -1),
  };
}

/** @param sign 1 for the largest, −1 for the smallest */
function extremeKernel(
  engine: Engine,
  extreme32: ExtremeOfRun,
  extreme64: ExtremeOfRun,
  short: ReduceKernel,
  sign: 1 | -1,
): ReduceKernel {
  return (count, x, xOffset, xStride, a) => {
    if (count < SHORTEST_RUN) return short(count, x, xOffset, xStride, a);
    const kernel = x instanceof Float32Array ? extreme32 : extreme64;
    const address = xStride === 1 ? engine.addressOf(x, xOffset) : 0;
    if (address !== 0) return kernel(count, address);
    let extreme = -sign * Infinity;
    for (; count > 0; count -= BLOCK, xOffset += BLOCK * xStride) {
      const part = Math.min(count, BLOCK);
      const found = kernel(part, gatherBlock(engine, part, x, xOffset, xStride));
      if (Number.isNaN(found)) return found;
      if (sign * found > sign * extreme) extreme = found;
    }
    return extreme;
  };
}

/** Block by block: where a block has the best element so far, it is looked for while the block is in the cache. */
function positionKernel(
  engine: Engine,
  extreme32: ExtremeOfRun,
  extreme64: ExtremeOfRun,
  short: ReduceKernel,
  sign: 1 | -1,
): ReduceKernel {
  const { reduce_find_f32, reduce_find_f64 } = engine.kernels;
  return (count, x, xOffset, xStride, a) => {
    if (count < SHORTEST_RUN) return short(count, x, xOffset, xStride, a);
    const single = x instanceof Float32Array;
    const kernel = single ? extreme32 : extreme64;
    const find = single ? reduce_find_f32 : reduce_find_f64;
    let extreme = -sign * Infinity;
    let position = 0;
    for (let start = 0; start < count; start += BLOCK) {
      const part = Math.min(count - start, BLOCK);
      const address = blockAddress(engine, part, x, xOffset + start * xStride, xStride);
      const found = kernel(part, address);
      const missing = Number.isNaN(found);
      if (missing || sign * found > sign * extreme) {
        extreme = found;
        position = start + find(part, address, found);
      }
      if (missing) break;
    }
    return position;
  };
}

function blockAddress(engine: Engine, count: number, x: FloatArray, at: number, stride: number): number {
  const address = stride === 1 ? engine.addressOf(x, at) : 0;
  return address === 0 ? gatherBlock(engine, count, x, at, stride) : address;
}
