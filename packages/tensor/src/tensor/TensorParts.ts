import type { DType } from "../dtype/DType.ts";
import { copyInOrder } from "../elementwise/copyInOrder.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { type Part, partOf } from "../parts/partOf.ts";
import { repeatedSize, repeatInto } from "../parts/repeatInto.ts";
import { checkDimension } from "../shape/dimension.ts";
import { inferSize } from "../shape/inferSize.ts";
import { checkSize, formatSize, type SizeArguments, sizeOf } from "../shape/size.ts";
import type { Tensor } from "./Tensor.ts";
import { TensorViews } from "./TensorViews.ts";

/**
 * Parts of a tensor, which are views and copy nothing, and copies under other sizes. One of the layers of
 * {@link Tensor}.
 */
export abstract class TensorParts<D extends DType = DType> extends TensorViews<D> {
  /**
   * A view of a part: for each of the first dimensions an index (the dimension goes away), a range `[from, to]` that
   * ends before `to`, `[from]` to the end, or `[from, to, step]`, or `null` for all of it, as of the dimensions that are
   * not mentioned. Negative numbers count from the end. Torch's `x[{...}]` and `sub`, whose ranges include both ends.
   *
   * @throws IndexError when a dimension does not have the index or the range, or the range is empty
   * @throws ShapeError when no dimension is left: take `get(...)`
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2, 3], [4, 5, 6], [7, 8, 9]]);
   * console.log(x.slice([0, 2], [1]).toArray()); // [ [ 2, 3 ], [ 5, 6 ] ]
   * console.log(x.slice(-1).toArray()); // [ 7, 8, 9 ]
   * console.log(x.slice(null, 0).toArray()); // [ 1, 4, 7 ]
   * console.log(x.slice(0, [0, 3, 2]).toArray()); // [ 1, 3 ]
   * ```
   */
  slice(...parts: readonly Part[]): Tensor<D> {
    return this.part("slice", parts);
  }

  /**
   * The views of all indices of a dimension, one after the other: `[n, m]` gives n rows of `[m]`.
   *
   * @throws IndexError when there is no such dimension
   * @throws ShapeError for a tensor of one dimension: its elements are `values()`
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * for (const row of tensor([[1, 2], [3, 4]]).slices()) console.log(row.sum());
   * // 3
   * // 7
   * ```
   */
  slices(dimension = 0): Generator<Tensor<D>, undefined> {
    const d = checkDimension("slices", dimension, this.dim());
    if (this.dim() === 1) {
      throw new ShapeError(
        `slices: expected at least 2 dimensions, got size ${formatSize(this.size())}; take values() for the elements`,
      );
    }
    return this.selections(d);
  }

  /**
   * Views of pieces of `size` along a dimension, of which the last may be smaller: 5 rows split by 2 are 2, 2 and 1.
   *
   * @throws IndexError when there is no such dimension
   * @throws ArgumentError unless the size is a whole number from 1 up
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 5).split(2).map((piece) => piece.toArray())); // [ [ 1, 2 ], [ 3, 4 ], [ 5 ] ]
   * ```
   */
  split(size: number, dimension = 0): Tensor<D>[] {
    return this.pieces("split", checkCount("split", "a size", size), dimension);
  }

  /**
   * Views of `count` equal pieces along a dimension, of ⌈n / count⌉ each: the last is smaller, or some are missing, when
   * they do not come out even.
   *
   * @throws IndexError when there is no such dimension
   * @throws ArgumentError unless the count is a whole number from 1 up
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 5).chunk(2).map((piece) => piece.toArray())); // [ [ 1, 2, 3 ], [ 4, 5 ] ]
   * ```
   */
  chunk(count: number, dimension = 0): Tensor<D>[] {
    const pieces = checkCount("chunk", "a number of pieces", count);
    const extent = this.size()[checkDimension("chunk", dimension, this.dim())];
    return this.pieces("chunk", Math.ceil(extent / pieces), dimension);
  }

  /**
   * All windows of `size` elements along a dimension, a step apart, as one view with a last dimension more: `[n]` is
   * `[⌊(n − size) / step⌋ + 1, size]`. Windows that overlap can be read but not written.
   *
   * @throws IndexError when there is no such dimension or no window fits
   * @throws ArgumentError unless the step is a whole number from 1 up
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 5).unfold(0, 3, 2).toArray()); // [ [ 1, 2, 3 ], [ 3, 4, 5 ] ]
   * ```
   */
  unfold(dimension: number, size: number, step: number): Tensor<D> {
    const d = checkDimension("unfold", dimension, this.dim());
    const extent = this.size(d);
    checkCount("unfold", "a step", step);
    if (!Number.isInteger(size) || size < 1 || size > extent) {
      throw new IndexError(
        `unfold: expected windows that fit into dimension ${d} of size ${formatSize(this.size())}, got ${size} elements`,
      );
    }
    const sizes = [...this.size(), size];
    const stride = [...this.stride(), this.stride(d)];
    sizes[d] = Math.floor((extent - size) / step) + 1;
    stride[d] *= step;
    return this.viewAt(this.storageOffset(), sizes, stride);
  }

  /**
   * A copy of the elements in the same order under other sizes, of which one may be −1: it becomes what is left. Unlike
   * {@link view} it does not share memory, and takes any strides.
   *
   * @throws ShapeError when the number of elements differs
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2], [3, 4]]).t().reshape(-1).toArray()); // [ 1, 3, 2, 4 ]
   * ```
   */
  reshape(...size: SizeArguments): Tensor<D> {
    const sizes = checkSize("reshape", inferSize("reshape", sizeOf(size), this.size()));
    const result = this.allocate(this.dtype, sizes);
    copyInOrder(this, result);
    return result;
  }

  /**
   * A copy repeated so often along each dimension: `[n, m]` repeated `(a, b)` times is `[a·n, b·m]`. Counts beyond the
   * dimensions come first and add dimensions: `[n]` repeated `(a, b)` times is `[a, b·n]`.
   *
   * @throws ShapeError unless there are counts from 1 up, at least one for each dimension
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1, 2]).repeatTensor(3).toArray()); // [ 1, 2, 1, 2, 1, 2 ]
   * console.log(tensor([1, 2]).repeatTensor(2, 1).toArray()); // [ [ 1, 2 ], [ 1, 2 ] ]
   * ```
   */
  repeatTensor(...counts: SizeArguments): Tensor<D> {
    const times = sizeOf(counts);
    const size = checkSize("repeatTensor", repeatedSize("repeatTensor", this.size(), times));
    const result = this.allocate(this.dtype, size);
    repeatInto(this, times, result);
    return result;
  }

  /** The part that {@link slice} gives, under the name that messages shall call it. */
  protected part(name: string, parts: readonly Part[]): Tensor<D> {
    const whole = { offset: this.storageOffset(), size: this.size(), stride: this.stride() };
    const { offset, size, stride } = partOf(name, whole, parts);
    return this.viewAt(offset, size, stride);
  }

  private *selections(dimension: number): Generator<Tensor<D>, undefined> {
    const extent = this.size(dimension);
    for (let i = 0; i < extent; i++) yield this.select(dimension, i);
    return undefined;
  }

  private pieces(name: string, size: number, dimension: number): Tensor<D>[] {
    const d = checkDimension(name, dimension, this.dim());
    const extent = this.size(d);
    const pieces: Tensor<D>[] = [];
    for (let first = 0; first < extent; first += size) {
      pieces.push(this.narrow(d, first, Math.min(size, extent - first)));
    }
    return pieces;
  }
}

function checkCount(name: string, what: string, count: number): number {
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`${name}: expected ${what} of 1 or more, got ${count}`);
  }
  return count;
}
