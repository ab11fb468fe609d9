import { type ChannelKernels, plainBackend } from "@rushlight/tensor";
import type { Engine } from "../engine/Engine.ts";

/** Smaller blocks are left to the plain kernels, which are done before a call into WebAssembly is. */
const SMALLEST = 64;

/**
 * The statistics and maps of channels of an engine. They are the plain ones to the last bit, so managed operands, whose blocks
 * would have to be copied for one pass over them, are worked on in JavaScript.
 */
export function channelKernels(engine: Engine): ChannelKernels {
  const { kernels } = engine;
  const plain = plainBackend.channels;

  return {
    sum(outer, channels, inner, x, xOffset, totals) {
      const from = addressIn(engine, outer * channels * inner, x, xOffset);
      if (from === 0) return plain.sum(outer, channels, inner, x, xOffset, totals);
      const to = zeros(engine, channels, 0, engine.scratch(0, channels * 8));
      const kernel = x instanceof Float32Array ? kernels.channel_sums_f32 : kernels.channel_sums_f64;
      kernel(outer, channels, channels, inner, from, to);
      copyTotals(engine, channels, to, totals);
    },

    sumOfSquaredDifferences(outer, channels, inner, x, xOffset, means, totals) {
      const from = addressIn(engine, outer * channels * inner, x, xOffset);
      if (from === 0) return plain.sumOfSquaredDifferences(outer, channels, inner, x, xOffset, means, totals);
      const scratch = engine.scratch(0, 2 * channels * 8);
      const to = zeros(engine, channels, 0, scratch);
      const kernel = x instanceof Float32Array ? kernels.channel_squares_f32 : kernels.channel_squares_f64;
      kernel(outer, channels, channels, inner, from, copyNumbers(engine, true, channels, 1, scratch, means), to);
      copyTotals(engine, channels, to, totals);
    },

    sumOfProducts(outer, channels, inner, x, xOffset, y, yOffset, means, totals, products) {
      const size = outer * channels * inner;
      const from = addressIn(engine, size, x, xOffset);
      const gradFrom = addressIn(engine, size, y, yOffset);
      if (from === 0 || gradFrom === 0) {
        return plain.sumOfProducts(outer, channels, inner, x, xOffset, y, yOffset, means, totals, products);
      }
      const narrow = x instanceof Float32Array;
      const scratch = engine.scratch(0, 3 * channels * 8);
      const sums = zeros(engine, channels, 0, scratch);
      const to = zeros(engine, channels, 1, scratch);
      const meansAt = copyNumbers(engine, true, channels, 2, scratch, means);
      const sum = narrow ? kernels.channel_sums_f32 : kernels.channel_sums_f64;
      const sumOfProducts = narrow ? kernels.channel_products_f32 : kernels.channel_products_f64;
      sum(outer, channels, channels, inner, gradFrom, sums);
      sumOfProducts(outer, channels, channels, inner, from, meansAt, gradFrom, to);
      copyTotals(engine, channels, sums, totals);
      copyTotals(engine, channels, to, products);
    },

    normalize(outer, channels, inner, x, xOffset, a, b, c, y, yOffset) {
      const size = outer * channels * inner;
      const from = addressIn(engine, size, x, xOffset);
      const to = addressIn(engine, size, y, yOffset);
      if (from === 0 || to === 0) return plain.normalize(outer, channels, inner, x, xOffset, a, b, c, y, yOffset);
      const wide = x instanceof Float64Array;
      const numbers = engine.scratch(0, 3 * channels * 8);
      copyNumbers(engine, wide, channels, 0, numbers, a);
      copyNumbers(engine, wide, channels, 1, numbers, b);
      copyNumbers(engine, wide, channels, 2, numbers, c);
      const kernel = wide ? kernels.channel_normalize_f64 : kernels.channel_normalize_f32;
      kernel(outer, channels, channels, inner, from, numbers, to);
    },

    normalizeGradient(outer, channels, inner, x, xOffset, y, yOffset, a, b, c, d, z, zOffset) {
      const size = outer * channels * inner;
      const from = addressIn(engine, size, x, xOffset);
      const gradFrom = addressIn(engine, size, y, yOffset);
      const to = addressIn(engine, size, z, zOffset);
      if (from === 0 || gradFrom === 0 || to === 0) {
        return plain.normalizeGradient(outer, channels, inner, x, xOffset, y, yOffset, a, b, c, d, z, zOffset);
      }
      const wide = x instanceof Float64Array;
      const numbers = engine.scratch(0, 4 * channels * 8);
      copyNumbers(engine, wide, channels, 0, numbers, a);
      copyNumbers(engine, wide, channels, 1, numbers, b);
      copyNumbers(engine, wide, channels, 2, numbers, c);
      copyNumbers(engine, wide, channels, 3, numbers, d);
      const kernel = wide ? kernels.channel_normalizeGradient_f64 : kernels.channel_normalizeGradient_f32;
      kernel(outer, channels, channels, inner, from, gradFrom, numbers, to);
    },
  };
}

/** The address of a resident block that is worth a call; else 0. */
function addressIn(engine: Engine, size: number, x: Float32Array | Float64Array, at: number): number {
  return size < SMALLEST ? 0 : engine.addressOf(x, at);
}

/** Copies numbers to scratch memory, as the `which`-th list of so many; gives their address. */
function copyNumbers(
  engine: Engine,
  wide: boolean,
  count: number,
  which: number,
  scratch: number,
  numbers: Float64Array,
): number {
  const address = scratch + which * count * (wide ? 8 : 4);
  const memory = wide ? engine.float64 : engine.float32;
  const first = address / (wide ? 8 : 4);
  for (let i = 0; i < count; i++) memory[first + i] = numbers[i];
  return address;
}

/** Makes the `which`-th list of so many numbers in double precision zeros; gives its address. */
function zeros(engine: Engine, count: number, which: number, scratch: number): number {
  const address = scratch + which * count * 8;
  engine.float64.fill(0, address / 8, address / 8 + count);
  return address;
}

function copyTotals(engine: Engine, count: number, address: number, totals: Float64Array): void {
  const memory = engine.float64;
  const first = address / 8;
  for (let i = 0; i < count; i++) totals[i] = memory[first + i];
}
