import { checkDType, type DType, type TypedArrayOf } from "../dtype/DType.ts";
import { defaultDtype } from "../dtype/defaultDType.ts";
import { elements } from "../layout/elements.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { formatTensor } from "../print/formatTensor.ts";
import { checkSize, contiguousStride, elementCount, type Size } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";
import { TensorRandom } from "./TensorRandom.ts";

/** Nested arrays of numbers, as deep as a tensor has dimensions. */
export type NestedNumbers = readonly number[] | readonly NestedNumbers[];

/** The dtype of a new tensor; the default dtype when left out. */
export interface TensorOptions<D extends DType = DType> {
  readonly dtype?: D;
}

/** The dtype of a new tensor, and where it lies. */
export interface TensorMemoryOptions<D extends DType = DType> extends TensorOptions<D> {
  /** See {@link StorageOptions.resident}. */
  readonly resident?: boolean | undefined;
}

/** A tensor as plain data, for messages between threads. */
export interface TensorMessage<D extends DType = DType> {
  readonly dtype: D;
  readonly size: Size;
  /** The elements in row-major order. */
  readonly data: TypedArrayOf<D>;
}

/**
 * A strided n-dimensional array of one dtype: Torch's `Tensor`.
 *
 * A tensor is a window on a {@link Storage}: an offset, sizes and strides. Views (`narrow`, `select`, `transpose`,
 * `view`, `expand`, ...) share the storage, so writing through one shows in the others. Methods that compute change
 * the tensor and return it; functions such as `mm` allocate. A tensor with no dimensions is empty: there are no
 * zero-dimensional tensors, and a full reduction gives a number.
 *
 * @example
 * ```ts
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2, 3], [4, 5, 6]]);
 * x.select(1, 0).fill(9);
 * console.log(x.toArray()); // [ [ 9, 2, 3 ], [ 9, 5, 6 ] ]
 * console.log(x.size()); // [ 2, 3 ]
 * ```
 */
export class Tensor<D extends DType = DType> extends TensorRandom<D> {
  /**
   * A zero tensor of the given sizes, or a view of a storage.
   *
   * @throws ArgumentError for options that do not exist
   * @throws ShapeError for sizes below 1, or strides that do not match the sizes
   * @throws IndexError when the view would reach outside the storage
   * @example
   * ```ts
   * import { Storage, Tensor } from "@rushlight/tensor";
   *
   * console.log(new Tensor([2, 2], { dtype: "int32" }).toArray()); // [ [ 0, 0 ], [ 0, 0 ] ]
   * const storage = new Storage("int32", new Int32Array([1, 2, 3, 4]));
   * console.log(new Tensor(storage, 1, [2], [2]).toArray()); // [ 2, 4 ]
   * ```
   */
  constructor(size?: Size, options?: TensorMemoryOptions<D>);
  constructor(storage: Storage<D>, offset: number, size: Size, stride?: Size);
  constructor(
    first: Size | Storage<D> = [],
    second: TensorMemoryOptions<D> | number = {},
    size: Size = [],
    stride?: Size,
  ) {
    if (first instanceof Storage) {
      const sizes = checkSize("Tensor", size);
      super(first, typeof second === "number" ? second : 0, sizes, stride?.slice() ?? contiguousStride(sizes));
    } else {
      const sizes = checkSize("Tensor", first);
      checkOptions("Tensor", second, ["dtype", "resident"]);
      const options = typeof second === "number" ? {} : second;
      super(newStorage(options, elementCount(sizes)), 0, sizes, contiguousStride(sizes));
    }
  }

  /**
   * A tensor of its own with the same elements, contiguous.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([1, 2]);
   * x.clone().zero();
   * console.log(x.toArray()); // [ 1, 2 ]
   * ```
   */
  clone(): Tensor<D> {
    return new Tensor<D>(this.size(), { dtype: this.dtype }).copy(this);
  }

  /**
   * This tensor when it is contiguous, else a contiguous copy.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]);
   * console.log(x.contiguous() === x); // true
   * console.log(x.t().contiguous().stride()); // [ 2, 1 ]
   * ```
   */
  contiguous(): Tensor<D> {
    return this.isContiguous() ? this : this.clone();
  }

  /**
   * This tensor when it has that dtype, else a copy converted as a store into a typed array does.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([1.7, -1.7]).to("int32").toArray()); // [ 1, -1 ]
   * ```
   */
  to<T extends DType>(dtype: T): Tensor<T> {
    return hasDType(this, dtype) ? this : new Tensor<T>(this.size(), { dtype: checkDType(dtype) }).copy(this);
  }

  /**
   * The elements as nested arrays of numbers; `[]` for an empty tensor.
   *
   * @example
   * ```ts
   * import { range } from "@rushlight/tensor";
   *
   * console.log(range(1, 4).view(2, 2).toArray()); // [ [ 1, 2 ], [ 3, 4 ] ]
   * ```
   */
  toArray(): NestedNumbers {
    if (this.dim() <= 1) return [...this.values()];
    const slices: NestedNumbers[] = [];
    for (let i = 0; i < this.size(0); i++) slices.push(this.select(0, i).toArray());
    return slices;
  }

  /**
   * A copy of the elements in row-major order. {@link data} shares memory instead.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(tensor([[1, 2], [3, 4]]).t().toTypedArray()); // Float32Array(4) [ 1, 3, 2, 4 ]
   * ```
   */
  toTypedArray(): TypedArrayOf<D> {
    return this.clone().data;
  }

  /**
   * The elements one by one in row-major order.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * const x = tensor([[1, 2], [3, 4]]).t();
   * console.log([...x.values()]); // [ 1, 3, 2, 4 ]
   * console.log(Math.max(...x)); // 4
   * ```
   */
  values(): Generator<number, undefined> {
    return elements(this);
  }

  /**
   * As {@link values}: `for (const element of x)`. For parts along a dimension take {@link slices}.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * for (const element of tensor([[1], [2]])) console.log(element);
   * // 1
   * // 2
   * ```
   */
  [Symbol.iterator](): Generator<number, undefined> {
    return elements(this);
  }

  /**
   * Dtype, size and elements as plain data that `postMessage`, `structuredClone` and IndexedDB take;
   * {@link fromMessage} makes a tensor of it again. A contiguous tensor that fills its buffer, or whose memory is shared
   * between threads, is not copied here: the message shares its memory until it is sent. Any other tensor is copied, so
   * that no more than its own elements travel. Views of one storage become apart.
   *
   * @example
   * ```ts
   * import { fromMessage, tensor } from "@rushlight/tensor";
   *
   * const message = tensor([[1, 2], [3, 4]]).t().toMessage();
   * console.log(message.data); // Float32Array(4) [ 1, 3, 2, 4 ]
   * console.log(fromMessage(structuredClone(message)).get(0, 1)); // 3
   * ```
   */
  toMessage(): TensorMessage<D> {
    return { dtype: this.dtype, size: [...this.size()], data: this.fillsItsBuffer() ? this.data : this.toTypedArray() };
  }

  /**
   * The elements in Torch's layout: columns of one width, a common scale factor where it helps, blocks of columns that
   * fit 80 characters, slices of more than two dimensions one by one, and a last line with dtype and size.
   *
   * @example
   * ```ts
   * import { tensor } from "@rushlight/tensor";
   *
   * console.log(String(tensor([[1, 200], [3.5, 4]])));
   * //    1.0000  200.0000
   * //    3.5000    4.0000
   * // [float32 tensor of size 2x2]
   * ```
   */
  override toString(): string {
    return formatTensor(this);
  }

  private fillsItsBuffer(): boolean {
    // Another thread's array would not keep a resident block from being freed.
    if (!this.isContiguous() || this.storage().resident) return false;
    const { buffer, byteLength } = this.data;
    return !(buffer instanceof ArrayBuffer) || buffer.byteLength === byteLength;
  }

  protected override viewAt(offset: number, size: Size, stride: Size): Tensor<D> {
    return new Tensor<D>(this.storage(), offset, size, stride);
  }

  protected override allocate<T extends DType>(dtype: T, size: Size): Tensor<T> {
    return new Tensor<T>(size, { dtype });
  }
}

/**
 * True for tensors. Torch's `torch.isTensor`.
 *
 * @example
 * ```ts
 * import { isTensor, tensor } from "@rushlight/tensor";
 *
 * console.log(isTensor(tensor([1])), isTensor([1])); // true false
 * ```
 */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}

// What console.log shows in Node. Not a method of the class: declarations can not name the symbol.
Object.defineProperty(Tensor.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Tensor): string {
    return this.toString();
  },
});

function newStorage<D extends DType>(options: TensorMemoryOptions<D>, size: number): Storage<D>;
function newStorage({ dtype, resident }: TensorMemoryOptions, size: number): Storage {
  return new Storage(checkDType(dtype ?? defaultDtype()), size, { resident });
}

function hasDType<T extends DType>(tensor: Tensor, dtype: T): tensor is Tensor<T> {
  return tensor.dtype === dtype;
}
