import type { DType } from "../dtype/DType.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { mapResult, zipResult } from "./elementwiseResult.ts";

/**
 * The sines; angles in radians.
 *
 * @example
 * ```ts
 * import { sin, tensor } from "@rushlight/tensor";
 *
 * console.log(sin(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 0.8414709848078965 ]
 * ```
 */
export function sin<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("sin", "sin", x, options);
}

/**
 * The cosines; angles in radians.
 *
 * @example
 * ```ts
 * import { cos, tensor } from "@rushlight/tensor";
 *
 * console.log(cos(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 1, 0.5403023058681398 ]
 * ```
 */
export function cos<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("cos", "cos", x, options);
}

/**
 * The tangents; angles in radians.
 *
 * @example
 * ```ts
 * import { tan, tensor } from "@rushlight/tensor";
 *
 * console.log(tan(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 1.5574077246549023 ]
 * ```
 */
export function tan<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("tan", "tan", x, options);
}

/**
 * The angles in [−π/2, π/2] with these sines.
 *
 * @example
 * ```ts
 * import { asin, tensor } from "@rushlight/tensor";
 *
 * console.log(asin(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 1.5707963267948966 ]
 * ```
 */
export function asin<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("asin", "asin", x, options);
}

/**
 * The angles in [0, π] with these cosines.
 *
 * @example
 * ```ts
 * import { acos, tensor } from "@rushlight/tensor";
 *
 * console.log(acos(tensor([1, 0], { dtype: "float64" })).toArray()); // [ 0, 1.5707963267948966 ]
 * ```
 */
export function acos<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("acos", "acos", x, options);
}

/**
 * The angles in (−π/2, π/2) with these tangents.
 *
 * @example
 * ```ts
 * import { atan, tensor } from "@rushlight/tensor";
 *
 * console.log(atan(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 0.7853981633974483 ]
 * ```
 */
export function atan<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("atan", "atan", x, options);
}

/**
 * The hyperbolic sines.
 *
 * @example
 * ```ts
 * import { sinh, tensor } from "@rushlight/tensor";
 *
 * console.log(sinh(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 1.1752011936438014 ]
 * ```
 */
export function sinh<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("sinh", "sinh", x, options);
}

/**
 * The hyperbolic cosines.
 *
 * @example
 * ```ts
 * import { cosh, tensor } from "@rushlight/tensor";
 *
 * console.log(cosh(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 1, 1.5430806348152437 ]
 * ```
 */
export function cosh<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("cosh", "cosh", x, options);
}

/**
 * The angles in [−π, π] of the points (x, y).
 *
 * @example
 * ```ts
 * import { atan2, tensor } from "@rushlight/tensor";
 *
 * console.log(atan2(tensor([1, 0]), tensor([0, -1])).div(Math.PI).toArray()); // [ 0.5, 1 ]
 * ```
 */
export function atan2<D extends DType>(y: Tensor<D>, x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return zipResult("atan2", "atan2", y, x, options);
}
