import type { DType, FloatDType } from "../dtype/DType.ts";
import type { Size } from "../shape/size.ts";
import { Tensor, type TensorOptions } from "../tensor/Tensor.ts";
import { sizeAndOptions } from "./sizeAndOptions.ts";

/**
 * A tensor of zeros. Sizes one by one, or as one array followed by options.
 *
 * @throws ShapeError for sizes below 1
 * @example
 * ```ts
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(zeros(2, 3).size()); // [ 2, 3 ]
 * console.log(zeros([2], { dtype: "int32" }).dtype); // int32
 * ```
 */
export function zeros(...size: readonly number[]): Tensor<FloatDType>;
export function zeros<D extends DType = FloatDType>(size: Size, options?: TensorOptions<D>): Tensor<D>;
export function zeros(...args: readonly unknown[]): Tensor {
  const { size, options } = sizeAndOptions<TensorOptions>("zeros", args);
  return new Tensor(size, options);
}

/**
 * A tensor of ones. Sizes one by one, or as one array followed by options.
 *
 * @throws ShapeError for sizes below 1
 * @example
 * ```ts
 * import { ones } from "@rushlight/tensor";
 *
 * console.log(ones(2, 2).toArray()); // [ [ 1, 1 ], [ 1, 1 ] ]
 * ```
 */
export function ones(...size: readonly number[]): Tensor<FloatDType>;
export function ones<D extends DType = FloatDType>(size: Size, options?: TensorOptions<D>): Tensor<D>;
export function ones(...args: readonly unknown[]): Tensor {
  const { size, options } = sizeAndOptions<TensorOptions>("ones", args);
  return new Tensor(size, options).fill(1);
}

/**
 * A tensor filled with one number.
 *
 * @throws ShapeError for sizes below 1
 * @example
 * ```ts
 * import { full } from "@rushlight/tensor";
 *
 * console.log(full([3], 7).toArray()); // [ 7, 7, 7 ]
 * ```
 */
export function full<D extends DType = FloatDType>(size: Size, value: number, options?: TensorOptions<D>): Tensor<D> {
  return new Tensor(size, options).fill(value);
}
