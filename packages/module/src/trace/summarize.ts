import type { Tensor } from "@rushlight/tensor";
import type { Histogram, TensorSummary } from "./TensorSummary.ts";

/** Summarises the elements of tensors, all together. */
export function summarize(tensors: readonly Tensor[], bins: number): TensorSummary {
  const parts = tensors.map((tensor) => tensor.contiguous());
  let count = 0;
  let nonFinite = 0;
  let zeros = 0;
  let minimum = Infinity;
  let maximum = -Infinity;
  for (const part of parts) {
    const { elements, start, end } = elementsOf(part);
    for (let i = start; i < end; i++) {
      const value = elements[i];
      if (!Number.isFinite(value)) {
        nonFinite++;
        continue;
      }
      count++;
      if (value === 0) zeros++;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  const sizes = tensors.map((tensor) => tensor.size());
  if (count === 0) {
    const histogram = { from: 0, to: 0, counts: [] };
    return { sizes, mean: 0, deviation: 0, norm: 0, minimum: 0, maximum: 0, zeros: 0, nonFinite, histogram };
  }
  const scale = scaleOf(minimum, maximum);
  const mean = sumOf(parts, scale, (value) => value) / count;
  const squares = sumOf(parts, scale, (value) => value * value);
  // Around the mean: the difference of the mean square and the squared mean would lose the digits of small deviations.
  const variance = sumOf(parts, scale, (value) => (value - mean) * (value - mean)) / count;
  return {
    sizes,
    mean: mean * scale,
    deviation: Math.sqrt(variance) * scale,
    norm: Math.sqrt(squares) * scale,
    minimum,
    maximum,
    zeros: zeros / (count + nonFinite),
    nonFinite,
    histogram: histogramOf(parts, minimum, maximum, bins),
  };
}

/**
 * A power of two of about the largest element: divided by it, no sum of squares is too large or too small for a number, and
 * nothing is rounded.
 */
function scaleOf(minimum: number, maximum: number): number {
  const largest = Math.max(Math.abs(minimum), Math.abs(maximum));
  return largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
}

/** The sum of what a function makes of the finite elements, divided by `scale`. */
function sumOf(parts: readonly Tensor[], scale: number, term: (value: number) => number): number {
  let sum = 0;
  for (const part of parts) {
    const { elements, start, end } = elementsOf(part);
    for (let i = start; i < end; i++) if (Number.isFinite(elements[i])) sum += term(elements[i] / scale);
  }
  return sum;
}

function histogramOf(parts: readonly Tensor[], from: number, to: number, bins: number): Histogram {
  const counts = new Array<number>(from === to ? 1 : bins).fill(0);
  const last = counts.length - 1;
  // Scaled, because the difference of two finite numbers may be infinite, and a share of the smallest ones 0.
  const scale = scaleOf(from, to);
  const width = to / scale - from / scale;
  for (const part of parts) {
    const { elements, start, end } = elementsOf(part);
    for (let i = start; i < end; i++) {
      const value = elements[i];
      if (!Number.isFinite(value)) continue;
      const bin = last === 0 ? 0 : Math.floor(((value / scale - from / scale) / width) * counts.length);
      counts[Math.min(bin, last)]++;
    }
  }
  return { from, to, counts };
}

function elementsOf(tensor: Tensor): { elements: ArrayLike<number>; start: number; end: number } {
  const start = tensor.storageOffset();
  return { elements: tensor.storage().data, start, end: start + tensor.nElement() };
}
