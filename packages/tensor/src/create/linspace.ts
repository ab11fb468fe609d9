import type { DType, FloatDType } from "../dtype/DType.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { checkCount, checkFinite, type SequenceOptions, sequence } from "./sequence.ts";

/**
 * Evenly spaced numbers from `first` to `last`, both included: first + i·(last − first)/(count − 1). A count of 1 gives
 * `first` alone.
 *
 * @param count how many; 100 when left out
 * @throws ArgumentError for a count below 1, and for ends that are not finite
 * @example
 * ```ts
 * import { linspace } from "@rushlight/tensor";
 *
 * console.log(linspace(0, 1, 5).toArray()); // [ 0, 0.25, 0.5, 0.75, 1 ]
 * ```
 */
export function linspace<D extends DType = FloatDType>(
  first: number,
  last: number,
  count = 100,
  options: SequenceOptions<D> = {},
): Tensor<D> {
  checkFinite("linspace", first, last);
  checkCount("linspace", count);
  return sequence("linspace", count, options, (i) => spaced(first, last, count, i));
}

/** The number of that index among `count` from `first` to `last`. */
export function spaced(first: number, last: number, count: number, index: number): number {
  if (index === 0) return first;
  // The last one itself, which the formula may miss by rounding.
  return index === count - 1 ? last : first + (index * (last - first)) / (count - 1);
}
