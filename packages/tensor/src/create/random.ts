import type { DType, FloatDType } from "../dtype/DType.ts";
import { defaultDtype } from "../dtype/defaultDType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { defaultGenerator } from "../random/defaultGenerator.ts";
import type { Size } from "../shape/size.ts";
import { Tensor, type TensorOptions } from "../tensor/Tensor.ts";
import type { RandomOptions } from "../tensor/TensorRandom.ts";
import { sizeAndOptions } from "./sizeAndOptions.ts";

const optionNames: readonly (keyof RandomTensorOptions)[] = ["dtype", "generator"];

type RandomTensorOptions<D extends DType = DType> = TensorOptions<D> & RandomOptions;

/** A tensor of numbers uniform in [0, 1). Sizes one by one, or as one array followed by options. */
export function rand(...size: readonly number[]): Tensor<FloatDType>;
export function rand<D extends FloatDType = FloatDType>(size: Size, options?: RandomTensorOptions<D>): Tensor<D>;
export function rand(...args: readonly unknown[]): Tensor {
  const { size, options = {} } = sizeAndOptions<RandomTensorOptions>("rand", args);
  checkOptions("rand", options, optionNames);
  return new Tensor(size, { dtype: options.dtype ?? defaultDtype() }).uniform(0, 1, options);
}

/**
 * A tensor of normal numbers of mean 0 and standard deviation 1. Sizes one by one, or as one array followed by options.
 *
 * @example
 * ```ts
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(123);
 * console.log(String(randn(2, 2)));
 * // -0.5214 -1.4914
 * // -0.2381  1.0306
 * // [float32 tensor of size 2x2]
 * ```
 */
export function randn(...size: readonly number[]): Tensor<FloatDType>;
export function randn<D extends FloatDType = FloatDType>(size: Size, options?: RandomTensorOptions<D>): Tensor<D>;
export function randn(...args: readonly unknown[]): Tensor {
  const { size, options = {} } = sizeAndOptions<RandomTensorOptions>("randn", args);
  checkOptions("randn", options, optionNames);
  return new Tensor(size, { dtype: options.dtype ?? defaultDtype() }).normal(0, 1, options);
}

/**
 * The numbers from 0 to `count − 1` in random order.
 *
 * @returns int32 unless the options say otherwise
 * @example
 * ```ts
 * import { manualSeed, randperm } from "@rushlight/tensor";
 *
 * manualSeed(123);
 * console.log(randperm(8).toArray().join(" ")); // 6 2 1 3 4 7 0 5
 * ```
 */
export function randperm(count: number, options?: RandomOptions): Tensor<"int32">;
export function randperm<D extends DType>(count: number, options: RandomTensorOptions<D>): Tensor<D>;
export function randperm(count: number, options: RandomTensorOptions = {}): Tensor {
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`randperm: expected a count of at least 1, got ${count}`);
  }
  checkOptions("randperm", options, optionNames);
  const generator = options.generator ?? defaultGenerator();
  const result = new Tensor([count], { dtype: options.dtype ?? "int32" });
  const values = result.data;
  for (let i = 0; i < count; i++) values[i] = i;
  for (let i = 0; i < count - 1; i++) {
    const other = i + generator.random(count - i);
    const kept = values[i];
    values[i] = values[other];
    values[other] = kept;
  }
  return result;
}
