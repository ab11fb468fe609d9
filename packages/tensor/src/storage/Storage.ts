import { allocateTypedArray, checkDType, type DType, isTypedArrayOf, type TypedArrayOf } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { countAllocation } from "./allocations.ts";

/**
 * The memory under one or more tensors: a flat run of elements of one dtype. Torch's `Storage`.
 *
 * Tensors that are views of each other hold the same Storage. It grows when a tensor is resized beyond its end, and
 * all its views see that; it never shrinks, so a view can not dangle.
 *
 * @example
 * ```ts
 * import { Storage, Tensor } from "@rushlight/tensor";
 *
 * const storage = new Storage("float64", 6);
 * const matrix = new Tensor(storage, 0, [2, 3]);
 * storage.data[4] = 7;
 * console.log(matrix.get(1, 1)); // 7
 * ```
 */
export class Storage<D extends DType = DType> {
  readonly dtype: D;
  private elements: TypedArrayOf<D>;

  /**
   * @param dtype the type of the elements
   * @param contents how many elements, all zero; or a typed array of that dtype, which is then shared, not copied
   * @throws ArgumentError when the size is not a whole number from 0 up
   * @throws DTypeError when the typed array is of another dtype
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * const bytes = new Uint8Array([1, 2]);
   * new Storage("uint8", bytes).data[0] = 9;
   * console.log(bytes); // Uint8Array(2) [ 9, 2 ]
   * ```
   */
  constructor(dtype: D, contents: number | TypedArrayOf<D> = 0) {
    this.dtype = checkDType(dtype);
    if (typeof contents === "number") {
      if (!Number.isInteger(contents) || contents < 0) {
        throw new ArgumentError(`Storage: expected a size of 0 or more elements, got ${contents}`);
      }
      this.elements = allocateTypedArray(dtype, contents);
      if (contents > 0) countAllocation();
    } else {
      const kind = Object.prototype.toString.call(contents).slice(8, -1);
      if (!isTypedArrayOf(dtype, contents)) {
        throw new DTypeError(`Storage: expected a typed array of ${dtype}, got ${kind}`);
      }
      this.elements = contents;
    }
  }

  /**
   * The elements. Growing replaces this array, so read it anew instead of keeping it.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * console.log(new Storage("int8", 2).data); // Int8Array(2) [ 0, 0 ]
   * ```
   */
  get data(): TypedArrayOf<D> {
    return this.elements;
  }

  /**
   * How many elements there are.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * console.log(new Storage("int8", 2).size); // 2
   * ```
   */
  get size(): number {
    return this.elements.length;
  }

  /**
   * Makes room for at least `size` elements: what is there stays, what is new is zero. Never shrinks.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * const storage = new Storage("int8", new Int8Array([7]));
   * storage.grow(3);
   * console.log(storage.data); // Int8Array(3) [ 7, 0, 0 ]
   * ```
   */
  grow(size: number): void {
    if (size <= this.elements.length) return;
    const grown = allocateTypedArray(this.dtype, size);
    countAllocation();
    grown.set(this.elements);
    this.elements = grown;
  }

  /**
   * A storage of its own with the same elements.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * const storage = new Storage("int8", new Int8Array([7]));
   * storage.clone().data[0] = 1;
   * console.log(storage.data[0]); // 7
   * ```
   */
  clone(): Storage<D> {
    const copy = new Storage(this.dtype, this.size);
    copy.elements.set(this.elements);
    return copy;
  }
}
