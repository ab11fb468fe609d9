import { type DType, type FloatDType, isFloatDType } from "../dtype/DType.ts";
import { defaultDtype } from "../dtype/defaultDType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { exactRange } from "../random/exactRange.ts";
import type { Generator } from "../random/Generator.ts";
import { computeInto } from "../result/computeInto.ts";
import { checkSize, type Size } from "../shape/size.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import { generatorOf, type RandomOptions } from "../tensor/RandomOptions.ts";
import { Tensor, type TensorOptions } from "../tensor/Tensor.ts";
import { sizeAndOptions } from "./sizeAndOptions.ts";

const optionNames: readonly (keyof RandomTensorOptions)[] = ["dtype", "generator", "out"];

/** The dtype of a random tensor, where its numbers come from, and where it goes. */
export type RandomTensorOptions<D extends DType = DType> = TensorOptions<D> & RandomOptions & OutOptions<D>;

/**
 * A tensor of numbers uniform in [0, 1), one word each. Sizes one by one, or as one array followed by options.
 *
 * @throws ShapeError for sizes below 1; DTypeError for integer dtypes
 * @example
 * ```ts
 * import { Generator, rand } from "@rushlight/tensor";
 *
 * console.log(rand([1], { dtype: "float64", generator: new Generator(0) }).toArray()); // [ 0.548813502304256 ]
 * ```
 */
export function rand(...size: readonly number[]): Tensor<FloatDType>;
export function rand<D extends FloatDType = FloatDType>(size: Size, options?: RandomTensorOptions<D>): Tensor<D>;
export function rand(...args: readonly unknown[]): Tensor {
  return filled("rand", args, (result, generator) => result.uniform(0, 1, { generator }));
}

/**
 * A tensor of normal numbers of mean 0 and standard deviation 1, two words for a pair. Sizes one by one, or as one array
 * followed by options.
 *
 * @throws ShapeError for sizes below 1; DTypeError for integer dtypes
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
  return filled("randn", args, (result, generator) => result.normal(0, 1, { generator }));
}

/**
 * The numbers from 0 to `count − 1` in random order; count − 1 words.
 *
 * @returns int32 unless the options say otherwise
 * @throws ArgumentError for a count below 1, or above what the dtype can count
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
  const generator = generatorOf("randperm", options, optionNames);
  const dtype = options.dtype ?? options.out?.dtype ?? "int32";
  if (!Number.isInteger(count) || count < 1 || count > exactRange[dtype]) {
    throw new ArgumentError(`randperm: expected a count from 1 to ${exactRange[dtype]} for ${dtype}, got ${count}`);
  }
  return created("randperm", dtype, [count], options, (result) => {
    const order = permutation(count, generator);
    let next = 0;
    result.apply(() => order[next++]);
  });
}

function permutation(count: number, generator: Generator): Int32Array {
  const values = new Int32Array(count);
  for (let i = 0; i < count; i++) values[i] = i;
  for (let i = 0; i < count - 1; i++) {
    const other = i + generator.random(count - i);
    const kept = values[i];
    values[i] = values[other];
    values[other] = kept;
  }
  return values;
}

function filled(name: string, args: readonly unknown[], fill: (result: Tensor, generator: Generator) => void): Tensor {
  const { size, options = {} } = sizeAndOptions<RandomTensorOptions>(name, args);
  const generator = generatorOf(name, options, optionNames);
  const dtype = options.dtype ?? options.out?.dtype ?? defaultDtype();
  if (!isFloatDType(dtype)) throw new DTypeError(`${name}: expected float64 or float32, got ${dtype}`);
  return created(name, dtype, checkSize(name, size), options, (result) => fill(result, generator));
}

function created(
  name: string,
  dtype: DType,
  size: Size,
  options: OutOptions,
  compute: (result: Tensor) => void,
): Tensor {
  return computeInto(
    { name, dtype, size, operands: [] },
    (of, extents) => new Tensor(extents, { dtype: of }),
    options.out,
    compute,
  );
}
