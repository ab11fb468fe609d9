import type { DType } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkDimension, checkIndex } from "../shape/dimension.ts";
import { inferSize } from "../shape/inferSize.ts";
import { contiguousStride, formatSize, type Size, type SizeArguments, sizeOf } from "../shape/size.ts";
import type { Tensor } from "./Tensor.ts";
import type { TensorLayout } from "./TensorLayout.ts";
import { TensorResults } from "./TensorResults.ts";

/** The views of a tensor: all share its storage and copy nothing. One of the layers of {@link Tensor}. */
export abstract class TensorViews<D extends DType = DType> extends TensorResults<D> {
  /**
   * The part of a dimension that begins at `first` and has `length` elements.
   *
   * @throws IndexError when it reaches outside the dimension
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2, 3], [4, 5, 6]]).narrow(1, 1, 2).toArray()); // [ [ 2, 3 ], [ 5, 6 ] ]
   * ```
   */
  narrow(dimension: number, first: number, length: number): Tensor<D> {
    const d = checkDimension("narrow", dimension, this.dim());
    const extent = this.size(d);
    if (!Number.isInteger(first) || !Number.isInteger(length) || first < 0 || length < 1 || first + length > extent) {
      throw new IndexError(
        `narrow: expected a part of dimension ${d} of size ${formatSize(this.size())}, got ${length} elements from ${first} on`,
      );
    }
    const size = this.size().slice();
    size[d] = length;
    return this.viewAt(this.storageOffset() + first * this.stride(d), size, this.stride());
  }

  /**
   * One slice of a dimension, which goes away: `[2, 3, 4]` selected at dimension 1 is `[2, 4]`.
   *
   * @throws IndexError when the dimension does not have that index
   * @throws ShapeError for a tensor of one dimension: take `get(index)` or `narrow(0, index, 1)`
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2, 3], [4, 5, 6]]).select(1, -1).toArray()); // [ 3, 6 ]
   * ```
   */
  select(dimension: number, index: number): Tensor<D> {
    const d = checkDimension("select", dimension, this.dim());
    if (this.dim() === 1) {
      throw new ShapeError(
        `select: expected at least 2 dimensions, got size ${formatSize(this.size())}; take get(index) or narrow(0, index, 1)`,
      );
    }
    const i = checkIndex("select", index, this.size(d));
    return this.viewAt(this.storageOffset() + i * this.stride(d), without(this.size(), d), without(this.stride(), d));
  }

  /**
   * The tensor with two dimensions exchanged.
   *
   * @throws IndexError when it does not have one of them
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3, 4).transpose(0, 2).size()); // [ 4, 3, 2 ]
   * ```
   */
  transpose(first: number, second: number): Tensor<D> {
    const a = checkDimension("transpose", first, this.dim());
    const b = checkDimension("transpose", second, this.dim());
    return this.viewAt(this.storageOffset(), swapped(this.size(), a, b), swapped(this.stride(), a, b));
  }

  /**
   * The transposed matrix: `[m, n]` is seen as `[n, m]`.
   *
   * @throws ShapeError unless there are 2 dimensions
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2], [3, 4]]).t().toArray()); // [ [ 1, 3 ], [ 2, 4 ] ]
   * ```
   */
  t(): Tensor<D> {
    if (this.dim() !== 2) throw new ShapeError(`t: expected 2 dimensions, got size ${formatSize(this.size())}`);
    return this.transpose(0, 1);
  }

  /**
   * The tensor with its dimensions in another order: dimension d of the result is dimension `order[d]` of this one.
   *
   * @throws ShapeError unless every dimension comes exactly once
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3, 4).permute(2, 0, 1).size()); // [ 4, 2, 3 ]
   * ```
   */
  permute(...order: SizeArguments): Tensor<D> {
    const dimensions = sizeOf(order).map((d) => checkDimension("permute", d, this.dim()));
    if (dimensions.length !== this.dim() || new Set(dimensions).size !== dimensions.length) {
      throw new ShapeError(
        `permute: expected each of the ${this.dim()} dimensions once, got ${formatSize(sizeOf(order))}`,
      );
    }
    return this.viewAt(
      this.storageOffset(),
      dimensions.map((d) => this.size(d)),
      dimensions.map((d) => this.stride(d)),
    );
  }

  /**
   * The same elements in the same order under other sizes. One size may be −1: it becomes what is left.
   *
   * @throws ShapeError when the tensor is not contiguous or the number of elements differs
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 6).view(2, -1).toArray()); // [ [ 1, 2, 3 ], [ 4, 5, 6 ] ]
   * ```
   */
  view(...size: SizeArguments): Tensor<D> {
    const sizes = inferSize("view", sizeOf(size), this.size());
    if (!this.isContiguous()) {
      throw new ShapeError(
        `view: expected a contiguous tensor, got size ${formatSize(this.size())} with stride ${formatSize(this.stride())}; take contiguous().view(...)`,
      );
    }
    return this.viewAt(this.storageOffset(), sizes, contiguousStride(sizes));
  }

  /**
   * {@link view} under the sizes of another tensor.
   *
   * @throws ShapeError when the tensor is not contiguous or the number of elements differs
   * @example
   * ```ts
   * import { range, zeros } from "@rushlight/tensor";
   *
   * console.log(range(1, 4).viewAs(zeros(2, 2)).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
   * ```
   */
  viewAs(other: TensorLayout): Tensor<D> {
    checkTensor("viewAs", other);
    return this.view(other.size());
  }

  /**
   * The tensor repeated along dimensions of size 1 without copying: their stride becomes 0. As many sizes as
   * dimensions.
   *
   * @throws ShapeError when a dimension that is not 1 would change
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1], [2]]).expand(2, 3).toArray()); // [ [ 1, 1, 1 ], [ 2, 2, 2 ] ]
   * ```
   */
  expand(...size: SizeArguments): Tensor<D> {
    const target = sizeOf(size).slice();
    const stride = this.stride().slice();
    let fits = target.length === this.dim() && target.length > 0;
    for (let d = 0; fits && d < target.length; d++) {
      if (target[d] === this.size(d)) continue;
      fits = this.size(d) === 1 && Number.isInteger(target[d]) && target[d] > 0;
      stride[d] = 0;
    }
    if (!fits) {
      throw new ShapeError(
        `expand: expected sizes that differ from ${formatSize(this.size())} only where it is 1, got ${formatSize(target)}`,
      );
    }
    return this.viewAt(this.storageOffset(), target, stride);
  }

  /**
   * {@link expand} to the sizes of another tensor.
   *
   * @throws ShapeError when a dimension that is not 1 would change
   * @example
   * ```ts
   * import { tensor, zeros } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2]]).expandAs(zeros(2, 2)).toArray()); // [ [ 1, 2 ], [ 1, 2 ] ]
   * ```
   */
  expandAs(other: TensorLayout): Tensor<D> {
    checkTensor("expandAs", other);
    return this.expand(other.size());
  }

  /**
   * The tensor without its dimensions of size 1, or without one of them. The last dimension stays in any case; a given
   * dimension that is not 1 stays too.
   *
   * @throws IndexError when the tensor does not have the dimension
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(1, 3, 1).squeeze().size()); // [ 3 ]
   * console.log(zeros(1, 3, 1).squeeze(0).size()); // [ 3, 1 ]
   * ```
   */
  squeeze(dimension?: number): Tensor<D> {
    const size: number[] = [];
    const stride: number[] = [];
    const given = dimension === undefined ? undefined : checkDimension("squeeze", dimension, this.dim());
    for (let d = 0; d < this.dim(); d++) {
      if (this.size(d) === 1 && (given === undefined || given === d)) continue;
      size.push(this.size(d));
      stride.push(this.stride(d));
    }
    if (size.length > 0 || this.dim() === 0) return this.viewAt(this.storageOffset(), size, stride);
    return this.viewAt(this.storageOffset(), [1], [1]);
  }

  /**
   * The tensor with a new dimension of size 1, which is the given one of the result: from 0 to `dim()`, −1 for the last.
   *
   * @throws IndexError for any other dimension
   * @throws ShapeError for an empty tensor
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).unsqueeze(1).size()); // [ 2, 1, 3 ]
   * ```
   */
  unsqueeze(dimension: number): Tensor<D> {
    const d = checkDimension("unsqueeze", dimension, this.dim() + 1);
    if (this.dim() === 0) throw new ShapeError("unsqueeze: expected a tensor that is not empty, got size []");
    const step = d < this.dim() ? this.size(d) * this.stride(d) : 1;
    const size = [...this.size().slice(0, d), 1, ...this.size().slice(d)];
    const stride = [...this.stride().slice(0, d), step, ...this.stride().slice(d)];
    return this.viewAt(this.storageOffset(), size, stride);
  }
}

function without(list: Size, position: number): Size {
  return [...list.slice(0, position), ...list.slice(position + 1)];
}

function swapped(list: Size, a: number, b: number): Size {
  const copy = list.slice();
  copy[a] = list[b];
  copy[b] = list[a];
  return copy;
}
