import type { DType, FloatDType } from "../dtype/DType.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { spaced } from "./linspace.ts";
import { checkCount, checkFinite, type SequenceOptions, sequence } from "./sequence.ts";

/**
 * Powers of ten with evenly spaced exponents from `first` to `last`, both included: 10 to the power of
 * {@link linspace}'s numbers. A count of 1 gives 10 to the power of `first` alone.
 *
 * @param count how many; 100 when left out
 * @throws ArgumentError for a count below 1, and for exponents that are not finite
 * @example
 * ```ts
 * import { logspace } from "@rushlight/tensor";
 *
 * console.log(logspace(0, 2, 3).toArray()); // [ 1, 10, 100 ]
 * ```
 */
export function logspace<D extends DType = FloatDType>(
  first: number,
  last: number,
  count = 100,
  options: SequenceOptions<D> = {},
): Tensor<D> {
  checkFinite("logspace", first, last);
  checkCount("logspace", count);
  return sequence("logspace", count, options, (i) => 10 ** spaced(first, last, count, i));
}
