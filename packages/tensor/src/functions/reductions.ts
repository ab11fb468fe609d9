import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import type { OutOptions, OutPairOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import type { ReductionOptions } from "../tensor/TensorReductions.ts";

/**
 * The sum of all elements of a tensor, or the sums along a dimension: {@link Tensor.sum}.
 *
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { sum, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(sum(x)); // 10
 * console.log(sum(x, 0).toArray()); // [ [ 4, 6 ] ]
 * ```
 */
export function sum(x: Tensor): number;
export function sum<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function sum<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("sum", x);
  return dimension === undefined ? x.sum() : x.sum(dimension, options);
}

/**
 * The product of all elements of a tensor, or the products along a dimension: {@link Tensor.prod}.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { prod, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(prod(x)); // 24
 * console.log(prod(x, 1).toArray()); // [ [ 2 ], [ 12 ] ]
 * ```
 */
export function prod(x: Tensor): number;
export function prod<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function prod<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("prod", x);
  return dimension === undefined ? x.prod() : x.prod(dimension, options);
}

/**
 * The mean of all elements of a tensor, or the means along a dimension: {@link Tensor.mean}.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @throws DTypeError for the means of an integer tensor along a dimension
 * @example
 * ```ts
 * import { mean, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * console.log(mean(x)); // 2.5
 * console.log(mean(x, 0).toArray()); // [ [ 2, 3 ] ]
 * ```
 */
export function mean(x: Tensor): number;
export function mean<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: ReductionOptions & OutOptions<D>,
): Tensor<D>;
export function mean<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutOptions<D>,
): number | Tensor<D> {
  checkTensor("mean", x);
  return dimension === undefined ? x.mean() : x.mean(dimension, options);
}

/**
 * The largest element of a tensor, or the largest along a dimension with their indices: {@link Tensor.max}.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { max, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 5, 2], [7, 3, 7]]);
 * console.log(max(x)); // 7
 * console.log(max(x, 1)[1].toArray()); // [ [ 1 ], [ 0 ] ]
 * ```
 */
export function max(x: Tensor): number;
export function max<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: ReductionOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">];
export function max<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutPairOptions<D>,
): number | [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("max", x);
  return dimension === undefined ? x.max() : x.max(dimension, options);
}

/**
 * The smallest element of a tensor, or the smallest along a dimension with their indices: {@link Tensor.min}.
 *
 * @throws ShapeError for an empty tensor
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { min, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[4, 5, 2], [7, 3, 3]]);
 * console.log(min(x)); // 2
 * console.log(min(x, 1)[1].toArray()); // [ [ 2 ], [ 1 ] ]
 * ```
 */
export function min(x: Tensor): number;
export function min<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  options?: ReductionOptions & OutPairOptions<D>,
): [values: Tensor<D>, indices: Tensor<"int32">];
export function min<D extends DType>(
  x: Tensor<D>,
  dimension?: number,
  options?: ReductionOptions & OutPairOptions<D>,
): number | [values: Tensor<D>, indices: Tensor<"int32">] {
  checkTensor("min", x);
  return dimension === undefined ? x.min() : x.min(dimension, options);
}

/**
 * True when no element of a tensor is 0; or, along a dimension, 1 where that is so, else 0: {@link Tensor.all}.
 *
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { all, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 0], [2, 3]]);
 * console.log(all(x)); // false
 * console.log(all(x, 1).toArray()); // [ [ 0 ], [ 1 ] ]
 * ```
 */
export function all(x: Tensor): boolean;
export function all(x: Tensor, dimension: number, options?: ReductionOptions & OutOptions<"uint8">): Tensor<"uint8">;
export function all(
  x: Tensor,
  dimension?: number,
  options?: ReductionOptions & OutOptions<"uint8">,
): boolean | Tensor<"uint8"> {
  checkTensor("all", x);
  return dimension === undefined ? x.all() : x.all(dimension, options);
}

/**
 * True when some element of a tensor is not 0; or, along a dimension, 1 where that is so, else 0: {@link Tensor.any}.
 *
 * @throws IndexError for a dimension that is not there
 * @example
 * ```ts
 * import { any, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 0], [0, 0]]);
 * console.log(any(x)); // true
 * console.log(any(x, 1).toArray()); // [ [ 1 ], [ 0 ] ]
 * ```
 */
export function any(x: Tensor): boolean;
export function any(x: Tensor, dimension: number, options?: ReductionOptions & OutOptions<"uint8">): Tensor<"uint8">;
export function any(
  x: Tensor,
  dimension?: number,
  options?: ReductionOptions & OutOptions<"uint8">,
): boolean | Tensor<"uint8"> {
  checkTensor("any", x);
  return dimension === undefined ? x.any() : x.any(dimension, options);
}

/**
 * True when two tensors have the same dtype, size and elements: {@link Tensor.equal}.
 *
 * @example
 * ```ts
 * import { equal, tensor } from "@rushlight/tensor";
 *
 * console.log(equal(tensor([1, 2]), tensor([1, 2]))); // true
 * ```
 */
export function equal(x: Tensor, y: Tensor): boolean {
  checkTensor("equal", x);
  return x.equal(y);
}
