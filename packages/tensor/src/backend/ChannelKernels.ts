import type { FloatArray } from "./Backend.ts";

/**
 * What normalisation computes with: statistics of the channels of a dense block `[outer, channels, inner]`, and maps with
 * numbers of their own for each channel. Both are in double precision, one for each channel, side by side from 0 on.
 *
 * Sums are in double precision. Each run of `inner` elements is added up on its own, as eight sums of every eighth element
 * and then those that are left over, and the sums of the runs in their order: the same bits on every backend.
 */
export interface ChannelKernels {
  /** totals ← Σ x of each channel. */
  sum(outer: number, channels: number, inner: number, x: FloatArray, xOffset: number, totals: Float64Array): void;

  /** totals ← Σ (x − mean)² of each channel. */
  sumOfSquaredDifferences(
    outer: number,
    channels: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    means: Float64Array,
    totals: Float64Array,
  ): void;

  /** totals ← Σ y of each channel, and products ← Σ (x − mean)·y. */
  sumOfProducts(
    outer: number,
    channels: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
    means: Float64Array,
    totals: Float64Array,
    products: Float64Array,
  ): void;

  /** y ← (x − a)·b + c, with a, b and c of its channel, rounded to the dtype at every step; y may be x. */
  normalize(
    outer: number,
    channels: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    a: Float64Array,
    b: Float64Array,
    c: Float64Array,
    y: FloatArray,
    yOffset: number,
  ): void;

  /**
   * z ← ((y − c) − (x − a)·b)·d, with a, b, c and d of its channel, rounded to the dtype at every step; z may be x or y.
   * With x the input and y the gradient with respect to the output it is a gradient with respect to the input.
   */
  normalizeGradient(
    outer: number,
    channels: number,
    inner: number,
    x: FloatArray,
    xOffset: number,
    y: FloatArray,
    yOffset: number,
    a: Float64Array,
    b: Float64Array,
    c: Float64Array,
    d: Float64Array,
    z: FloatArray,
    zOffset: number,
  ): void;
}
