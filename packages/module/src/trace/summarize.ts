import type { Tensor } from "@rushlight/tensor";
import type { Histogram, TensorSummary } from "./TensorSummary.ts";

/** Summarises the elements of tensors, all together. */
export function summarize(tensors: readonly Tensor[], bins: number): TensorSummary {
  const parts = tensors.map((tensor) => tensor.contiguous());
  let count = 0;
  let nonFinite = 0;
  let zeros = 0;
  let sum = 0;
  let squares = 0;
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
      sum += value;
      squares += value * value;
      if (value < minimum) minimum = value;
      if (value > maximum) maximum = value;
    }
  }
  const sizes = tensors.map((tensor) => tensor.size());
  const all = count + nonFinite;
  if (count === 0) {
    const histogram = { from: 0, to: 0, counts: [] };
    return { sizes, mean: 0, deviation: 0, norm: 0, minimum: 0, maximum: 0, zeros: 0, nonFinite, histogram };
  }
  const mean = sum / count;
  return {
    sizes,
    mean,
    deviation: deviationFrom(mean, parts, count),
    norm: Math.sqrt(squares),
    minimum,
    maximum,
    zeros: zeros / all,
    nonFinite,
    histogram: histogramOf(parts, minimum, maximum, bins),
  };
}

/** In a second pass: the difference of the mean square and the squared mean would lose the digits of small deviations. */
function deviationFrom(mean: number, parts: readonly Tensor[], count: number): number {
  let sum = 0;
  for (const part of parts) {
    const { elements, start, end } = elementsOf(part);
    for (let i = start; i < end; i++) {
      const value = elements[i];
      if (Number.isFinite(value)) sum += (value - mean) * (value - mean);
    }
  }
  return Math.sqrt(sum / count);
}

function histogramOf(parts: readonly Tensor[], from: number, to: number, bins: number): Histogram {
  const counts = new Array<number>(from === to ? 1 : bins).fill(0);
  const last = counts.length - 1;
  // Halves, because the difference of two finite numbers may be infinite.
  const width = to / 2 - from / 2;
  for (const part of parts) {
    const { elements, start, end } = elementsOf(part);
    for (let i = start; i < end; i++) {
      const value = elements[i];
      if (!Number.isFinite(value)) continue;
      const bin = last === 0 ? 0 : Math.floor(((value / 2 - from / 2) / width) * counts.length);
      counts[Math.min(bin, last)]++;
    }
  }
  return { from, to, counts };
}

function elementsOf(tensor: Tensor): { elements: ArrayLike<number>; start: number; end: number } {
  const start = tensor.storageOffset();
  return { elements: tensor.storage().data, start, end: start + tensor.nElement() };
}
