import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { mapResult, zipResult } from "./elementwiseResult.ts";

/**
 * The larger of each element and a number, or the element of another tensor.
 *
 * @example
 * ```ts
 * import { cmax, tensor } from "@rushlight/tensor";
 *
 * console.log(cmax(tensor([-1, 5]), tensor([0, 3])).toArray()); // [ 0, 5 ]
 * ```
 */
export function cmax<D extends DType>(x: Tensor<D>, other: number | Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return typeof other === "number"
    ? mapResult("cmax", "clamp", x, options, other, Number.POSITIVE_INFINITY)
    : zipResult("cmax", "max", x, other, options);
}

/**
 * The smaller of each element and a number, or the element of another tensor.
 *
 * @example
 * ```ts
 * import { cmin, tensor } from "@rushlight/tensor";
 *
 * console.log(cmin(tensor([-1, 5]), tensor([0, 3])).toArray()); // [ -1, 3 ]
 * ```
 */
export function cmin<D extends DType>(x: Tensor<D>, other: number | Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return typeof other === "number"
    ? mapResult("cmin", "clamp", x, options, Number.NEGATIVE_INFINITY, other)
    : zipResult("cmin", "min", x, other, options);
}

/**
 * Every element limited to [min, max].
 *
 * @throws ArgumentError when min is above max
 * @example
 * ```ts
 * import { clamp, tensor } from "@rushlight/tensor";
 *
 * console.log(clamp(tensor([-2, 0.5, 2]), -1, 1).toArray()); // [ -1, 0.5, 1 ]
 * ```
 */
export function clamp<D extends DType>(x: Tensor<D>, min: number, max: number, options?: OutOptions<D>): Tensor<D> {
  if (!(min <= max)) {
    throw new ArgumentError(`clamp: expected a lower limit up to the upper one, got ${min} and ${max}`);
  }
  return mapResult("clamp", "clamp", x, options, min, max);
}
