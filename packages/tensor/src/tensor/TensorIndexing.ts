import type { DType } from "../dtype/DType.ts";
import { checkNumber } from "../elementwise/check.ts";
import { type Access, accumulate, read, write } from "../indexing/access.ts";
import { checkIndexTensor, checkIndexVector, checkSource, withExtent } from "../indexing/checkIndices.ts";
import { constant, walkLines, walkSlices } from "../indexing/walk.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { fullySeparate } from "../overlap/separate.ts";
import type { OutOptions } from "./OutOptions.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorSorting } from "./TensorSorting.ts";

/**
 * Reading and writing by int32 tensors of indices, which count from 0; an index below 0 is refused, and so is every other
 * that the dimension does not have, before anything is written. One of the layers of {@link Tensor}.
 */
export abstract class TensorIndexing<D extends DType = DType> extends TensorSorting<D> {
  /**
   * The slices of a dimension that a vector of indices names, in its order: `[n, m]` indexed along dimension 0 by `[k]`
   * is a new `[k, m]`. An index may come more than once.
   *
   * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices are not an int32 vector
   *   of indices into it
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4], [5, 6]]);
   * const indices = tensor([2, 0, 2], { dtype: "int32" });
   * console.log(x.index(0, indices).toArray()); // [ [ 5, 6 ], [ 1, 2 ], [ 5, 6 ] ]
   * ```
   */
  index(dimension: number, indices: Tensor<"int32">, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("index", options, ["out"]);
    const d = checkIndexVector("index", this, dimension, indices);
    const size = withExtent(this.size(), d, indices.nElement());
    return this.computed({ name: "index", dtype: this.dtype, size, operands: [this, indices] }, options.out, (result) =>
      walkSlices(read, this, d, indices, result),
    );
  }

  /**
   * Writes the slices of another tensor over those that a vector of indices names: slice i goes to slice `indices[i]`.
   * Where an index comes more than once, the last slice stays.
   *
   * @param source has this tensor's size, but in the dimension as many slices as there are indices
   * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with this tensor
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const indices = tensor([2, 0], { dtype: "int32" });
   * console.log(zeros(3).indexCopy(0, indices, tensor([5, 6])).toArray()); // [ 6, 0, 5 ]
   * ```
   */
  indexCopy(dimension: number, indices: Tensor<"int32">, source: Tensor<D>): this {
    return this.writeSlices("indexCopy", write, dimension, indices, source);
  }

  /**
   * Adds the slices of another tensor to those that a vector of indices names, one after the other: what has the same
   * index adds up.
   *
   * @param source has this tensor's size, but in the dimension as many slices as there are indices
   * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with this tensor
   * @example
   * ```ts
   * import { ones, tensor, zeros } from "@rushlight/tensor";
   *
   * const indices = tensor([2, 0, 2], { dtype: "int32" });
   * console.log(zeros(3).indexAdd(0, indices, ones(3)).toArray()); // [ 1, 0, 2 ]
   * ```
   */
  indexAdd(dimension: number, indices: Tensor<"int32">, source: Tensor<D>): this {
    return this.writeSlices("indexAdd", accumulate, dimension, indices, source);
  }

  /**
   * Fills the slices that a vector of indices names with a number.
   *
   * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices are not an int32 vector
   *   of indices into it
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const indices = tensor([0, 2], { dtype: "int32" });
   * console.log(zeros(2, 3).indexFill(1, indices, 7).toArray()); // [ [ 7, 0, 7 ], [ 7, 0, 7 ] ]
   * ```
   */
  indexFill(dimension: number, indices: Tensor<"int32">, value: number): this {
    checkNumber("indexFill", value);
    const d = checkIndexVector("indexFill", this, dimension, indices);
    checkDestination("indexFill", this);
    const source = constant(this.dtype, value, withExtent(this.size(), d, indices.nElement()));
    walkSlices(write, this, d, fullySeparate(indices, this), source);
    return this;
  }

  /**
   * One element for each index, along a dimension: for dimension 1, element (i, j) of the result is element
   * (i, `indices`(i, j)) of this tensor. The result is new and has the size of the indices.
   *
   * @param indices has this tensor's size, but any number of elements along the dimension
   * @throws IndexError, ShapeError or DTypeError when there is no such dimension or the indices do not go with it
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const labels = tensor([[2], [0]], { dtype: "int32" });
   * console.log(tensor([[1, 2, 3], [4, 5, 6]]).gather(1, labels).toArray()); // [ [ 3 ], [ 4 ] ]
   * ```
   */
  gather(dimension: number, indices: Tensor<"int32">, options: OutOptions<D> = {}): Tensor<D> {
    checkOptions("gather", options, ["out"]);
    const d = checkIndexTensor("gather", this, dimension, indices);
    const plan = { name: "gather", dtype: this.dtype, size: indices.size(), operands: [this, indices] };
    return this.computed(plan, options.out, (result) => walkLines(read, this, d, indices, result));
  }

  /**
   * Writes a number, or one element of a source for each index, along a dimension: for dimension 1, element
   * (i, `indices`(i, j)) becomes element (i, j) of the source. Where an index comes more than once, the last element
   * stays.
   *
   * @param indices has this tensor's size, but any number of elements along the dimension
   * @param source a number, or a tensor of the size of the indices
   * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with this tensor
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * const labels = tensor([[2], [0]], { dtype: "int32" });
   * console.log(zeros(2, 3).scatter(1, labels, 1).toArray()); // [ [ 0, 0, 1 ], [ 1, 0, 0 ] ]
   * ```
   */
  scatter(dimension: number, indices: Tensor<"int32">, source: number | Tensor<D>): this {
    return this.writeElements("scatter", write, dimension, indices, source);
  }

  /**
   * Adds one element of a source for each index, along a dimension: for dimension 1, element (i, j) of the source is
   * added to element (i, `indices`(i, j)). What has the same index adds up.
   *
   * @param indices has this tensor's size, but any number of elements along the dimension
   * @param source a tensor of the size of the indices
   * @throws IndexError, ShapeError or DTypeError when the indices or the source do not go with this tensor
   * @example
   * ```ts
   * import { ones, tensor, zeros } from "@rushlight/tensor";
   *
   * const indices = tensor([2, 0, 2], { dtype: "int32" });
   * console.log(zeros(3).scatterAdd(0, indices, ones(3)).toArray()); // [ 1, 0, 2 ]
   * ```
   */
  scatterAdd(dimension: number, indices: Tensor<"int32">, source: Tensor<D>): this {
    return this.writeElements("scatterAdd", accumulate, dimension, indices, source);
  }

  private writeSlices(
    name: string,
    access: Access,
    dimension: number,
    indices: Tensor<"int32">,
    source: Tensor<D>,
  ): this {
    const d = checkIndexVector(name, this, dimension, indices);
    checkSource(name, this, source, withExtent(this.size(), d, indices.nElement()));
    checkDestination(name, this);
    walkSlices(access, this, d, fullySeparate(indices, this), fullySeparate(source, this));
    return this;
  }

  private writeElements(
    name: string,
    access: Access,
    dimension: number,
    indices: Tensor<"int32">,
    source: number | Tensor<D>,
  ): this {
    const d = checkIndexTensor(name, this, dimension, indices);
    if (typeof source !== "number") checkSource(name, this, source, indices.size());
    checkDestination(name, this);
    const from =
      typeof source === "number" ? constant(this.dtype, source, indices.size()) : fullySeparate(source, this);
    walkLines(access, this, d, fullySeparate(indices, this), from);
    return this;
  }
}
