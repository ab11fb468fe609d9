import type { DType } from "../dtype/DType.ts";
import { checkNumber, checkTensor } from "../elementwise/check.ts";
import { checkIndexTensor, checkIndexVector, checkSource, withExtent } from "../indexing/checkIndices.ts";
import type { OutOptions } from "../tensor/OutOptions.ts";
import type { Tensor } from "../tensor/Tensor.ts";
import { changedCopy } from "./changedCopy.ts";

/**
 * The slices of a dimension that a vector of indices names, in its order: `[n, m]` indexed along dimension 0 by `[k]` is
 * `[k, m]`.
 *
 * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices are not an int32 vector of
 *   indices into it
 * @example
 * ```ts
 * import { index, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 0], { dtype: "int32" });
 * console.log(index(tensor([[1, 2, 3], [4, 5, 6]]), 1, indices).toArray()); // [ [ 3, 1 ], [ 6, 4 ] ]
 * ```
 */
export function index<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("index", x);
  return x.index(dimension, indices, options);
}

/**
 * A copy in which the slices of a source take the places that a vector of indices names: slice i that of slice
 * `indices[i]`. Where an index comes more than once, the last slice stays.
 *
 * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with x
 * @example
 * ```ts
 * import { indexCopy, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 0], { dtype: "int32" });
 * console.log(indexCopy(tensor([1, 2, 3]), 0, indices, tensor([8, 9])).toArray()); // [ 9, 2, 8 ]
 * ```
 */
export function indexCopy<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkSlices("indexCopy", x, dimension, indices, source);
  return changedCopy("indexCopy", x, [indices, source], options, (copy) => copy.indexCopy(dimension, indices, source));
}

/**
 * A copy in which the slices of a source are added to those that a vector of indices names. What has the same index adds
 * up.
 *
 * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with x
 * @example
 * ```ts
 * import { indexAdd, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 2], { dtype: "int32" });
 * console.log(indexAdd(tensor([1, 2, 3]), 0, indices, tensor([10, 20])).toArray()); // [ 1, 2, 33 ]
 * ```
 */
export function indexAdd<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkSlices("indexAdd", x, dimension, indices, source);
  return changedCopy("indexAdd", x, [indices, source], options, (copy) => copy.indexAdd(dimension, indices, source));
}

/**
 * A copy in which the slices that a vector of indices names are filled with a number.
 *
 * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices are not an int32 vector of
 *   indices into it
 * @example
 * ```ts
 * import { indexFill, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([0], { dtype: "int32" });
 * console.log(indexFill(tensor([[1, 2], [3, 4]]), 1, indices, 7).toArray()); // [ [ 7, 2 ], [ 7, 4 ] ]
 * ```
 */
export function indexFill<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  value: number,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("indexFill", x);
  checkNumber("indexFill", value);
  checkIndexVector("indexFill", x, dimension, indices);
  return changedCopy("indexFill", x, [indices], options, (copy) => copy.indexFill(dimension, indices, value));
}

/**
 * One element for each index, along a dimension: for dimension 1, element (i, j) of the result is element
 * (i, `indices`(i, j)) of x.
 *
 * @param indices has the size of x, but any number of elements along the dimension
 * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices do not go with it
 * @example
 * ```ts
 * import { gather, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([[1, 0, 1]], { dtype: "int32" });
 * console.log(gather(tensor([[1, 2, 3], [4, 5, 6]]), 0, indices).toArray()); // [ [ 4, 2, 6 ] ]
 * ```
 */
export function gather<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkTensor("gather", x);
  return x.gather(dimension, indices, options);
}

/**
 * A copy in which a number, or one element of a source for each index, is written along a dimension: for dimension 1,
 * element (i, `indices`(i, j)) becomes element (i, j) of the source. Where an index comes more than once, the last
 * element stays.
 *
 * @param source a number, or a tensor of the size of the indices
 * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with x
 * @example
 * ```ts
 * import { scatter, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 0], { dtype: "int32" });
 * console.log(scatter(tensor([1, 2, 3]), 0, indices, 0).toArray()); // [ 0, 2, 0 ]
 * ```
 */
export function scatter<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: number | Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkElements("scatter", x, dimension, indices, source);
  const operands = typeof source === "number" ? [indices] : [indices, source];
  return changedCopy("scatter", x, operands, options, (copy) => copy.scatter(dimension, indices, source));
}

/**
 * A copy to which one element of a source is added for each index, along a dimension: for dimension 1, element (i, j) of
 * the source to element (i, `indices`(i, j)). What has the same index adds up.
 *
 * @param source a tensor of the size of the indices
 * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with x
 * @example
 * ```ts
 * import { scatterAdd, tensor } from "@rushlight/tensor";
 *
 * const indices = tensor([2, 2], { dtype: "int32" });
 * console.log(scatterAdd(tensor([1, 2, 3]), 0, indices, tensor([10, 20])).toArray()); // [ 1, 2, 33 ]
 * ```
 */
export function scatterAdd<D extends DType>(
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: Tensor<D>,
  options: OutOptions<D> = {},
): Tensor<D> {
  checkElements("scatterAdd", x, dimension, indices, source);
  return changedCopy("scatterAdd", x, [indices, source], options, (copy) =>
    copy.scatterAdd(dimension, indices, source),
  );
}

function checkSlices<D extends DType>(
  name: string,
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: Tensor<D>,
): void {
  checkTensor(name, x);
  const d = checkIndexVector(name, x, dimension, indices);
  checkSource(name, x, source, withExtent(x.size(), d, indices.nElement()));
}

function checkElements<D extends DType>(
  name: string,
  x: Tensor<D>,
  dimension: number,
  indices: Tensor<"int32">,
  source: number | Tensor<D>,
): void {
  checkTensor(name, x);
  checkIndexTensor(name, x, dimension, indices);
  if (typeof source !== "number") checkSource(name, x, source, indices.size());
}
