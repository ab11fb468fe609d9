import { type DType, type FloatDType, isFloatDType, type TypedArrayOf } from "../dtype/DType.ts";
import { checkTensor } from "../elementwise/check.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkInside } from "../layout/checkInside.ts";
import { isDense } from "../layout/isDense.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkDimension, checkIndex } from "../shape/dimension.ts";
import {
  checkSize,
  contiguousStride,
  elementCount,
  formatSize,
  type Size,
  type SizeArguments,
  sameSize,
  sizeOf,
} from "../shape/size.ts";
import type { Storage } from "../storage/Storage.ts";
import type { Tensor } from "./Tensor.ts";

/**
 * Where a tensor's elements are: a storage, the offset of the first element, and a size and a stride for each
 * dimension. One of the layers that make up {@link Tensor}.
 */
export abstract class TensorLayout<D extends DType = DType> implements StridedElements<D> {
  private memory: Storage<D>;
  private offset: number;
  private sizes: Size;
  private strides: Size;
  private count: number;
  private dense: boolean;

  /**
   * @throws ShapeError when sizes and strides do not match
   * @throws IndexError when an element would be outside the storage
   */
  protected constructor(storage: Storage<D>, offset: number, size: Size, stride: Size) {
    checkInside(storage, offset, size, stride);
    this.memory = storage;
    this.offset = offset;
    this.sizes = size;
    this.strides = stride;
    this.count = elementCount(size);
    this.dense = isDense(size, stride);
  }

  /**
   * The type of the elements.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2).dtype); // float32
   * ```
   */
  get dtype(): D {
    return this.memory.dtype;
  }

  /**
   * The memory that this tensor shares with its views.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * const x = zeros(2, 3);
   * console.log(x.t().storage() === x.storage()); // true
   * ```
   */
  storage(): Storage<D> {
    return this.memory;
  }

  /**
   * The position of the first element in the storage.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).select(0, 1).storageOffset()); // 3
   * ```
   */
  storageOffset(): number {
    return this.offset;
  }

  /**
   * The number of dimensions; 0 for an empty tensor.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).dim()); // 2
   * ```
   */
  dim(): number {
    return this.sizes.length;
  }

  /**
   * The number of elements: the product of the sizes, 0 for an empty tensor.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).nElement()); // 6
   * ```
   */
  nElement(): number {
    return this.count;
  }

  /**
   * The sizes of all dimensions, or of one; a negative dimension counts from the end.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).size()); // [ 2, 3 ]
   * console.log(zeros(2, 3).size(-1)); // 3
   * ```
   */
  size(): Size;
  size(dimension: number): number;
  size(dimension?: number): Size | number {
    return dimension === undefined ? this.sizes : this.sizes[checkDimension("size", dimension, this.dim())];
  }

  /**
   * The strides of all dimensions, or of one: how far apart in the storage its neighbours are.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).stride()); // [ 3, 1 ]
   * console.log(zeros(2, 3).t().stride(0)); // 1
   * ```
   */
  stride(): Size;
  stride(dimension: number): number;
  stride(dimension?: number): Size | number {
    return dimension === undefined ? this.strides : this.strides[checkDimension("stride", dimension, this.dim())];
  }

  /**
   * True when the elements lie in the storage one after the other in row-major order.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).isContiguous()); // true
   * console.log(zeros(2, 3).t().isContiguous()); // false
   * ```
   */
  isContiguous(): boolean {
    return this.dense;
  }

  /**
   * True when both have the same sizes.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros(2, 3).isSameSizeAs(zeros(3, 2))); // false
   * ```
   */
  isSameSizeAs(other: TensorLayout): boolean {
    checkTensor("isSameSizeAs", other);
    return sameSize(this.sizes, other.sizes);
  }

  /**
   * True for float64 and float32.
   *
   * @example
   * ```ts
   * import { zeros } from "@rushlight/tensor";
   *
   * console.log(zeros([2], { dtype: "int32" }).isFloat()); // false
   * ```
   */
  isFloat(): this is TensorLayout<FloatDType & D> {
    return isFloatDType(this.dtype);
  }

  /**
   * The elements in row-major order, sharing memory with the tensor: writing to the array writes to the tensor.
   *
   * @throws ShapeError when the tensor is not contiguous; take `contiguous().data` then, which is a copy
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * x.data[3] = 9;
   * console.log(x.get(1, 1)); // 9
   * ```
   */
  get data(): TypedArrayOf<D> {
    if (!this.dense) {
      throw new ShapeError(
        `data: expected a contiguous tensor, got size ${formatSize(this.sizes)} with stride ${formatSize(this.strides)}; take contiguous().data`,
      );
    }
    return this.memory.part(this.offset, this.offset + this.count);
  }

  /**
   * One element; negative indices count from the end.
   *
   * @throws IndexError unless there is one index for each dimension, each in its range
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2], [3, 4]]).get(0, -1)); // 2
   * ```
   */
  get(...indices: readonly number[]): number {
    return this.memory.data[this.positionOf("get", indices)];
  }

  /**
   * Makes this tensor a view of another's elements, or of a storage: from now on both share memory.
   *
   * @throws DTypeError when the dtypes differ
   * @throws IndexError when an element would be outside the storage
   * @example
   * ```ts
   * import { range, zeros } from "@rushlight/tensor";
   *
   * const x = range(1, 4);
   * const y = zeros(1).set(x.storage(), 1, [3]);
   * y.fill(0);
   * console.log(x.toArray()); // [ 1, 0, 0, 0 ]
   * ```
   */
  set(source: Tensor<D>): this;
  set(storage: Storage<D>, offset?: number, size?: Size, stride?: Size): this;
  set(source: TensorLayout<D> | Storage<D>, offset = 0, size?: Size, stride?: Size): this {
    if (source.dtype !== this.dtype) {
      throw new DTypeError(`set: expected elements of ${this.dtype}, got ${source.dtype}`);
    }
    if (source instanceof TensorLayout) {
      this.relocate(source.memory, source.offset, source.sizes, source.strides);
    } else {
      const sizes = checkSize("set", size ?? [source.size]);
      const strides = stride === undefined ? contiguousStride(sizes) : stride.slice();
      checkInside(source, offset, sizes, strides);
      this.relocate(source, offset, sizes, strides);
    }
    return this;
  }

  /**
   * Gives this tensor other sizes. With the sizes it has, nothing happens; else it becomes row-major from its present
   * offset on, over the elements that lie there, and the storage grows when they are too few (new elements are zero).
   * The storage never shrinks.
   *
   * @throws ShapeError for sizes below 1
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 3).resize(2, 2).toArray()); // [ [ 1, 2 ], [ 3, 0 ] ]
   * ```
   */
  resize(...size: SizeArguments): this {
    const sizes = checkSize("resize", sizeOf(size));
    return sameSize(sizes, this.sizes) ? this : this.relayOut(sizes);
  }

  /**
   * {@link resize} to the sizes of another tensor.
   *
   * @example
   * ```ts
   * import { range, zeros } from "@rushlight/tensor";
   *
   * console.log(range(1, 3).resizeAs(zeros(2)).toArray()); // [ 1, 2 ]
   * ```
   */
  resizeAs(other: TensorLayout): this {
    checkTensor("resizeAs", other);
    return sameSize(other.sizes, this.sizes) ? this : this.relayOut(other.sizes);
  }

  private relayOut(sizes: Size): this {
    const count = elementCount(sizes);
    this.memory.grow(this.offset + count);
    this.relocate(this.memory, this.offset, sizes, contiguousStride(sizes));
    return this;
  }

  private relocate(storage: Storage<D>, offset: number, size: Size, stride: Size): void {
    this.memory = storage;
    this.offset = offset;
    this.sizes = size;
    this.strides = stride;
    this.count = elementCount(size);
    this.dense = isDense(size, stride);
  }

  /**
   * Where in the storage an element is.
   *
   * @throws IndexError unless there is one index for each dimension, each in its range
   */
  protected positionOf(operation: string, indices: readonly number[]): number {
    if (indices.length !== this.dim() || this.dim() === 0) {
      throw new IndexError(
        `${operation}: expected one index for each dimension of size ${formatSize(this.sizes)}, got ${formatSize(indices)}`,
      );
    }
    let position = this.offset;
    for (let d = 0; d < indices.length; d++) {
      position += checkIndex(operation, indices[d], this.sizes[d]) * this.strides[d];
    }
    return position;
  }
}
