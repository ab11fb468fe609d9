import type { DType } from "../dtype/DType.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { mapResult } from "./elementwiseResult.ts";

/**
 * The square roots.
 *
 * @example
 * ```ts
 * import { sqrt, tensor } from "@rushlight/tensor";
 *
 * console.log(sqrt(tensor([4, 9])).toArray()); // [ 2, 3 ]
 * ```
 */
export function sqrt<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("sqrt", "sqrt", x, options);
}

/**
 * 1 / √x.
 *
 * @example
 * ```ts
 * import { rsqrt, tensor } from "@rushlight/tensor";
 *
 * console.log(rsqrt(tensor([4, 16])).toArray()); // [ 0.5, 0.25 ]
 * ```
 */
export function rsqrt<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("rsqrt", "rsqrt", x, options);
}

/**
 * 1 / x.
 *
 * @example
 * ```ts
 * import { cinv, tensor } from "@rushlight/tensor";
 *
 * console.log(cinv(tensor([4, -2])).toArray()); // [ 0.25, -0.5 ]
 * ```
 */
export function cinv<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("cinv", "scalarOver", x, options, 1);
}

/**
 * eˣ.
 *
 * @example
 * ```ts
 * import { exp, tensor } from "@rushlight/tensor";
 *
 * console.log(exp(tensor([0, Number.NEGATIVE_INFINITY])).toArray()); // [ 1, 0 ]
 * ```
 */
export function exp<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("exp", "exp", x, options);
}

/**
 * The natural logarithms.
 *
 * @example
 * ```ts
 * import { log, tensor } from "@rushlight/tensor";
 *
 * console.log(log(tensor([1, 0])).toArray()); // [ 0, -Infinity ]
 * ```
 */
export function log<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("log", "log", x, options);
}

/**
 * ln(1 + x), exact for small x.
 *
 * @example
 * ```ts
 * import { log1p, tensor } from "@rushlight/tensor";
 *
 * console.log(log1p(tensor([0, -1])).toArray()); // [ 0, -Infinity ]
 * ```
 */
export function log1p<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("log1p", "log1p", x, options);
}

/**
 * 1 / (1 + e⁻ˣ).
 *
 * @example
 * ```ts
 * import { sigmoid, tensor } from "@rushlight/tensor";
 *
 * console.log(sigmoid(tensor([0, 100])).toArray()); // [ 0.5, 1 ]
 * ```
 */
export function sigmoid<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("sigmoid", "sigmoid", x, options);
}

/**
 * The hyperbolic tangents.
 *
 * @example
 * ```ts
 * import { tanh, tensor } from "@rushlight/tensor";
 *
 * console.log(tanh(tensor([0, 1], { dtype: "float64" })).toArray()); // [ 0, 0.7615941559557649 ]
 * ```
 */
export function tanh<D extends DType>(x: Tensor<D>, options?: OutOptions<D>): Tensor<D> {
  return mapResult("tanh", "tanh", x, options);
}
