import type { DType, FloatDType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
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

/** A tensor of ones. Sizes one by one, or as one array followed by options. */
export function ones(...size: readonly number[]): Tensor<FloatDType>;
export function ones<D extends DType = FloatDType>(size: Size, options?: TensorOptions<D>): Tensor<D>;
export function ones(...args: readonly unknown[]): Tensor {
  const { size, options } = sizeAndOptions<TensorOptions>("ones", args);
  return new Tensor(size, options).fill(1);
}

/** A tensor filled with one number. */
export function full<D extends DType = FloatDType>(size: Size, value: number, options?: TensorOptions<D>): Tensor<D> {
  return new Tensor(size, options).fill(value);
}

/**
 * The numbers from `first` to `last`, both included where the step allows: ⌊(last − first) / step⌋ + 1 of them.
 *
 * @throws ArgumentError when the step is 0 or leads away from `last`
 * @example
 * ```ts
 * import { range } from "@rushlight/tensor";
 *
 * console.log(range(1, 5).toArray()); // [ 1, 2, 3, 4, 5 ]
 * ```
 */
export function range<D extends DType = FloatDType>(
  first: number,
  last: number,
  step = 1,
  options?: TensorOptions<D>,
): Tensor<D> {
  const count = Math.floor((last - first) / step) + 1;
  if (!Number.isFinite(count) || count < 1) {
    throw new ArgumentError(`range: expected a step that leads from ${first} to ${last}, got ${step}`);
  }
  let next = 0;
  return new Tensor<D>([count], options).apply(() => first + step * next++);
}
