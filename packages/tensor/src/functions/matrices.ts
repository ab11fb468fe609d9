import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";

/**
 * A diagonal of a matrix as a vector, or the square matrix that has a vector as its diagonal k and zeros around it:
 * `[n]` → `[n + |k|, n + |k|]`. Diagonals are numbered from 0, the main one, upwards to the right.
 *
 * @throws ShapeError, IndexError or ArgumentError when there is no such diagonal
 * @example
 * ```ts
 * import { diag, tensor } from "@rushlight/tensor";
 *
 * console.log(diag(tensor([[1, 2], [3, 4]])).toArray()); // [ 1, 4 ]
 * console.log(diag(tensor([5]), 1).toArray()); // [ [ 0, 5 ], [ 0, 0 ] ]
 * ```
 */
export function diag<D extends DType>(x: Tensor<D>, k = 0, options: OutOptions<D> = {}): Tensor<D> {
  checkTensor("diag", x);
  return x.diag(k, options);
}

/**
 * The lower triangle of a matrix: its elements up to diagonal k, and zeros to the right of it.
 *
 * @throws ShapeError unless there are 2 dimensions, ArgumentError unless k is a whole number
 * @example
 * ```ts
 * import { ones, tril } from "@rushlight/tensor";
 *
 * console.log(tril(ones(2, 2)).toArray()); // [ [ 1, 0 ], [ 1, 1 ] ]
 * ```
 */
export function tril<D extends DType>(x: Tensor<D>, k = 0, options: OutOptions<D> = {}): Tensor<D> {
  checkTensor("tril", x);
  return x.tril(k, options);
}

/**
 * The upper triangle of a matrix: its elements from diagonal k on, and zeros to the left of it.
 *
 * @throws ShapeError unless there are 2 dimensions, ArgumentError unless k is a whole number
 * @example
 * ```ts
 * import { ones, triu } from "@rushlight/tensor";
 *
 * console.log(triu(ones(2, 2)).toArray()); // [ [ 1, 1 ], [ 0, 1 ] ]
 * ```
 */
export function triu<D extends DType>(x: Tensor<D>, k = 0, options: OutOptions<D> = {}): Tensor<D> {
  checkTensor("triu", x);
  return x.triu(k, options);
}

/**
 * The sum of the main diagonal of a matrix.
 *
 * @throws ShapeError unless there are 2 dimensions
 * @example
 * ```ts
 * import { tensor, trace } from "@rushlight/tensor";
 *
 * console.log(trace(tensor([[1, 2], [3, 4]]))); // 5
 * ```
 */
export function trace(x: Tensor): number {
  checkTensor("trace", x);
  return x.trace();
}

/**
 * The cross products of the vectors of three elements along a dimension of two tensors of one size.
 *
 * @param dimension the first one of size 3 when left out
 * @throws ShapeError, DTypeError or IndexError unless both have one size and dtype and the dimension has 3 elements
 * @example
 * ```ts
 * import { cross, tensor } from "@rushlight/tensor";
 *
 * console.log(cross(tensor([1, 0, 0]), tensor([0, 0, 1])).toArray()); // [ 0, -1, 0 ]
 * ```
 */
export function cross<D extends DType>(
  x: Tensor<D>,
  y: Tensor<D>,
  dimension?: number,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("cross", x);
  return x.cross(y, dimension, options);
}
