import { plainBackend, type ReduceKernel } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { SHORTEST_RUN } from "../engine/staging.ts";
import { BLOCK, gatherBlock } from "./blocks.ts";

/** The sum or the product of each block of a dense run, one after the other at an address; of differences from a scalar. */
type BlocksOfRun = (count: number, x: number, a: number, to: number) => void;

/** How many blocks are summed in one call: what they give stays in the cache, and takes no more memory for longer runs. */
const BLOCKS = 1024;

/** The scratch memory for what blocks give. */
const BLOCK_SUMS = 1;

/** The sums and the product, in blocks whose order depends on the count alone: placement and strides change no bit. */
export interface SumKernels {
  readonly sum: ReduceKernel;
  readonly product: ReduceKernel;
  readonly sumOfPowers: ReduceKernel;
  readonly sumOfSquaredDifferences: ReduceKernel;
}

/** The {@link SumKernels} of an engine. */
export function sumKernels(engine: Engine): SumKernels {
  const { kernels } = engine;
  const { reduce } = plainBackend;
  // Taken once: no reduction makes the memory grow.
  engine.scratch(BLOCK_SUMS, BLOCKS * 8);
  const sum = blockKernel(engine, kernels.reduce_sum_f32, kernels.reduce_sum_f64, reduce.sum, false);
  const product = blockKernel(engine, kernels.reduce_product_f32, kernels.reduce_product_f64, reduce.product, true);
  const { reduce_nonzero_f32, reduce_nonzero_f64, reduce_absolutes_f32, reduce_absolutes_f64 } = kernels;
  const nonzero = blockKernel(engine, reduce_nonzero_f32, reduce_nonzero_f64, reduce.sumOfPowers, false);
  const absolutes = blockKernel(engine, reduce_absolutes_f32, reduce_absolutes_f64, reduce.sumOfPowers, false);
  const { reduce_squares_f32, reduce_squares_f64 } = kernels;
  const squares = blockKernel(engine, reduce_squares_f32, reduce_squares_f64, reduce.sumOfSquaredDifferences, false);
  return {
    sum,
    product,
    sumOfPowers(count, x, xOffset, xStride, a) {
      if (a === 2) return squares(count, x, xOffset, xStride, 0);
      if (a === 1) return absolutes(count, x, xOffset, xStride, a);
      if (a === 0) return nonzero(count, x, xOffset, xStride, a);
      return reduce.sumOfPowers(count, x, xOffset, xStride, a);
    },
    sumOfSquaredDifferences: squares,
  };
}

/**
 * @param short what computes short runs
 * @param multiplies whether blocks are joined by multiplication instead of addition
 */
function blockKernel(
  engine: Engine,
  blocks32: BlocksOfRun,
  blocks64: BlocksOfRun,
  short: ReduceKernel,
  multiplies: boolean,
): ReduceKernel {
  return (count, x, xOffset, xStride, a) => {
    if (count < SHORTEST_RUN) return short(count, x, xOffset, xStride, a);
    const kernel = x instanceof Float32Array ? blocks32 : blocks64;
    const to = engine.scratch(BLOCK_SUMS, BLOCKS * 8);
    const inPlace = xStride === 1 && engine.addressOf(x, 0) !== 0;
    const most = inPlace ? BLOCKS * BLOCK : BLOCK;
    let total = multiplies ? 1 : 0;
    for (; count > 0; count -= most, xOffset += most * xStride) {
      const part = Math.min(count, most);
      kernel(part, inPlace ? engine.addressOf(x, xOffset) : gatherBlock(engine, part, x, xOffset, xStride), a, to);
      const joined = engine.float64;
      const end = to / 8 + Math.ceil(part / BLOCK);
      for (let i = to / 8; i < end; i++) total = multiplies ? total * joined[i] : total + joined[i];
    }
    return total;
  };
}
