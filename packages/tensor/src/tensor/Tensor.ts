import { checkDType, type DType } from "../dtype/DType.ts";
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
   */
  constructor(size?: Size, options?: TensorOptions<D>);
  constructor(storage: Storage<D>, offset: number, size: Size, stride?: Size);
  constructor(first: Size | Storage<D> = [], second: TensorOptions<D> | number = {}, size: Size = [], stride?: Size) {
    if (first instanceof Storage) {
      const sizes = checkSize("Tensor", size);
      super(first, typeof second === "number" ? second : 0, sizes, stride?.slice() ?? contiguousStride(sizes));
    } else {
      const sizes = checkSize("Tensor", first);
      checkOptions("Tensor", second, ["dtype"]);
      const dtype = typeof second === "number" ? undefined : second.dtype;
      super(newStorage(dtype, elementCount(sizes)), 0, sizes, contiguousStride(sizes));
    }
  }

  /** A tensor of its own with the same elements, contiguous. */
  clone(): Tensor<D> {
    return new Tensor<D>(this.size(), { dtype: this.dtype }).copy(this);
  }

  /** This tensor when it is contiguous, else a contiguous copy. */
  contiguous(): Tensor<D> {
    return this.isContiguous() ? this : this.clone();
  }

  /** This tensor when it has that dtype, else a copy converted as a store into a typed array does. */
  to<T extends DType>(dtype: T): Tensor<T> {
    return hasDType(this, dtype) ? this : new Tensor<T>(this.size(), { dtype: checkDType(dtype) }).copy(this);
  }

  /** The elements as nested arrays of numbers; `[]` for an empty tensor. */
  toArray(): NestedNumbers {
    if (this.dim() <= 1) return [...this.values()];
    const slices: NestedNumbers[] = [];
    for (let i = 0; i < this.size(0); i++) slices.push(this.select(0, i).toArray());
    return slices;
  }

  /** The elements one by one in row-major order. */
  values(): Generator<number, undefined> {
    return elements(this);
  }

  /**
   * The elements in Torch's layout: columns of one width, a common scale factor where it helps, blocks of columns that
   * fit 80 characters, slices of more than two dimensions one by one, and a last line with dtype and size.
   */
  override toString(): string {
    return formatTensor(this);
  }

  protected override viewAt(offset: number, size: Size, stride: Size): Tensor<D> {
    return new Tensor<D>(this.storage(), offset, size, stride);
  }

  protected override allocate(size: Size): Tensor<D> {
    return new Tensor<D>(size, { dtype: this.dtype });
  }

  protected override allocateIndices(size: Size): Tensor<"int32"> {
    return new Tensor(size, { dtype: "int32" });
  }
}

/** True for tensors. Torch's `torch.isTensor`. */
export function isTensor(value: unknown): value is Tensor {
  return value instanceof Tensor;
}

// What console.log shows in Node. Not a method of the class: declarations can not name the symbol.
Object.defineProperty(Tensor.prototype, Symbol.for("nodejs.util.inspect.custom"), {
  value(this: Tensor): string {
    return this.toString();
  },
});

function newStorage<D extends DType>(dtype: D | undefined, size: number): Storage<D>;
function newStorage(dtype: DType | undefined, size: number): Storage {
  return new Storage(checkDType(dtype ?? defaultDtype()), size);
}

function hasDType<T extends DType>(tensor: Tensor, dtype: T): tensor is Tensor<T> {
  return tensor.dtype === dtype;
}
