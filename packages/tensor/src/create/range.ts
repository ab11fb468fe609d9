import type { DType, FloatDType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { type SequenceOptions, sequence } from "./sequence.ts";

/**
 * The numbers from `first` to `last`, both included where the step allows: first + i·step, ⌊(last − first) / step + 1⌋ of
 * them.
 *
 * @throws ArgumentError when the step is 0 or leads away from `last`
 * @example
 * ```ts
 * import { range } from "@rushlight/tensor";
 *
 * console.log(range(1, 5).toArray()); // [ 1, 2, 3, 4, 5 ]
 * console.log(range(1, 0, -0.5).toArray()); // [ 1, 0.5, 0 ]
 * ```
 */
export function range<D extends DType = FloatDType>(
  first: number,
  last: number,
  step = 1,
  options: SequenceOptions<D> = {},
): Tensor<D> {
  // In this order of operations, as in Torch: adding the 1 first rounds a quotient just below a whole number up to it.
  const count = Math.floor((last - first) / step + 1);
  if (!Number.isFinite(count) || count < 1) {
    throw new ArgumentError(`range: expected a step that leads from ${first} to ${last}, got ${step}`);
  }
  return sequence("range", count, options, (i) => first + step * i);
}
