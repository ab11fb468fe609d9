import { plainBackend, type ReduceKernel } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";
import { SHORTEST_RUN } from "../engine/staging.ts";
import { BLOCK, gatherBlock } from "./blocks.ts";

/** Joins a total so far with the elements of a dense run. */
type SumOfRun = (count: number, x: number, total: number) => number;
/** The same with a scalar. */
type SumOfDifferences = (count: number, x: number, a: number, total: number) => number;

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
  const nonzero = runKernel(engine, kernels.reduce_nonzero_f32, kernels.reduce_nonzero_f64, reduce.sumOfPowers, 0);
  const absolutes = runKernel(
    engine,
    kernels.reduce_absolutes_f32,
    kernels.reduce_absolutes_f64,
    reduce.sumOfPowers,
    0,
  );
  const squares = differencesKernel(
    engine,
    kernels.reduce_squares_f32,
    kernels.reduce_squares_f64,
    reduce.sumOfSquaredDifferences,
  );
  return {
    sum: runKernel(engine, kernels.reduce_sum_f32, kernels.reduce_sum_f64, reduce.sum, 0),
    product: runKernel(engine, kernels.reduce_product_f32, kernels.reduce_product_f64, reduce.product, 1),
    sumOfPowers(count, x, xOffset, xStride, a) {
      if (a === 2) return squares(count, x, xOffset, xStride, 0);
      if (a === 1) return absolutes(count, x, xOffset, xStride, a);
      if (a === 0) return nonzero(count, x, xOffset, xStride, a);
      return reduce.sumOfPowers(count, x, xOffset, xStride, a);
    },
    sumOfSquaredDifferences: squares,
  };
}

function runKernel(
  engine: Engine,
  sum32: SumOfRun,
  sum64: SumOfRun,
  short: ReduceKernel,
  initial: number,
): ReduceKernel {
  return (count, x, xOffset, xStride, a) => {
    if (count < SHORTEST_RUN) return short(count, x, xOffset, xStride, a);
    const kernel = x instanceof Float32Array ? sum32 : sum64;
    const address = xStride === 1 ? engine.addressOf(x, xOffset) : 0;
    if (address !== 0) return kernel(count, address, initial);
    let total = initial;
    for (; count > 0; count -= BLOCK, xOffset += BLOCK * xStride) {
      const part = Math.min(count, BLOCK);
      total = kernel(part, gatherBlock(engine, part, x, xOffset, xStride), total);
    }
    return total;
  };
}

function differencesKernel(
  engine: Engine,
  sum32: SumOfDifferences,
  sum64: SumOfDifferences,
  short: ReduceKernel,
): ReduceKernel {
  return (count, x, xOffset, xStride, a) => {
    if (count < SHORTEST_RUN) return short(count, x, xOffset, xStride, a);
    const kernel = x instanceof Float32Array ? sum32 : sum64;
    const address = xStride === 1 ? engine.addressOf(x, xOffset) : 0;
    if (address !== 0) return kernel(count, address, a, 0);
    let total = 0;
    for (; count > 0; count -= BLOCK, xOffset += BLOCK * xStride) {
      const part = Math.min(count, BLOCK);
      total = kernel(part, gatherBlock(engine, part, x, xOffset, xStride), a, total);
    }
    return total;
  };
}
