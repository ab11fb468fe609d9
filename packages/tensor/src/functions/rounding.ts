import type { DType } from "../dtype/DType.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { mapResult } from "./elementwiseResult.ts";

/**
 * Rounds down.
 *
 * @example
 * ```ts
 * import { floor, tensor } from "@rushlight/tensor";
 *
 * console.log(floor(tensor([1.5, -1.5])).toArray()); // [ 1, -2 ]
 * ```
 */
export function floor<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("floor", "floor", x, options);
}

/**
 * Rounds up.
 *
 * @example
 * ```ts
 * import { ceil, tensor } from "@rushlight/tensor";
 *
 * console.log(ceil(tensor([1.5, -1.5])).toArray()); // [ 2, -1 ]
 * ```
 */
export function ceil<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("ceil", "ceil", x, options);
}

/**
 * Rounds to the nearest whole numbers, halves away from zero.
 *
 * @example
 * ```ts
 * import { round, tensor } from "@rushlight/tensor";
 *
 * console.log(round(tensor([2.5, -2.5, 2.25])).toArray()); // [ 3, -3, 2 ]
 * ```
 */
export function round<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("round", "round", x, options);
}

/**
 * Drops the fractions.
 *
 * @example
 * ```ts
 * import { tensor, trunc } from "@rushlight/tensor";
 *
 * console.log(trunc(tensor([1.5, -1.5])).toArray()); // [ 1, -1 ]
 * ```
 */
export function trunc<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("trunc", "trunc", x, options);
}

/**
 * What is left without the whole parts, with its sign.
 *
 * @example
 * ```ts
 * import { frac, tensor } from "@rushlight/tensor";
 *
 * console.log(frac(tensor([1.5, -1.25])).toArray()); // [ 0.5, -0.25 ]
 * ```
 */
export function frac<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("frac", "frac", x, options);
}
