import { allocateTypedArray, checkDType, type DType, isTypedArrayOf, type TypedArrayOf } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { countAllocation } from "./allocations.ts";
import { type ResidentBlock, residentMemory } from "./ResidentMemory.ts";

/** Where a storage lies. */
export interface StorageOptions {
  /**
   * True puts the elements into the memory that the backend's kernels work in, when it has one with room for them. For
   * what a module keeps from call to call: its parameters, outputs and gradients. False when left out.
   */
  readonly resident?: boolean | undefined;
}

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
  /** Whether it asks for resident memory, also when it grows. It may lie elsewhere all the same. */
  readonly resident: boolean;
  private elements: TypedArrayOf<D>;
  private block: ResidentBlock<D> | undefined;
  private length: number;

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
  constructor(dtype: D, contents: number | TypedArrayOf<D> = 0, options: StorageOptions = {}) {
    checkOptions("Storage", options, ["resident"]);
    this.dtype = checkDType(dtype);
    this.resident = options.resident ?? false;
    if (typeof contents === "number") {
      if (!Number.isInteger(contents) || contents < 0) {
        throw new ArgumentError(`Storage: expected a size of 0 or more elements, got ${contents}`);
      }
      this.block = this.resident && contents > 0 ? residentMemory()?.allocate(dtype, contents) : undefined;
      this.elements = this.block?.elements ?? allocateTypedArray(dtype, contents);
      if (contents > 0) countAllocation();
    } else {
      const kind = Object.prototype.toString.call(contents).slice(8, -1);
      if (!isTypedArrayOf(dtype, contents)) {
        throw new DTypeError(`Storage: expected a typed array of ${dtype}, got ${kind}`);
      }
      this.elements = contents;
    }
    this.length = this.elements.length;
  }

  /**
   * A storage on a block of a backend's memory, for those who write backends.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * const elements = new Float32Array([1, 2, 3]);
   * const block = { elements, part: (start: number, end: number) => elements.subarray(start, end) };
   * console.log(Storage.on("float32", block).size); // 3
   * ```
   */
  static on<D extends DType>(dtype: D, block: ResidentBlock<D>): Storage<D> {
    const storage = new Storage(dtype, 0, { resident: true });
    storage.block = block;
    storage.elements = block.elements;
    storage.length = block.elements.length;
    return storage;
  }

  /**
   * The elements, for kernels and modules: read it anew for each use, since growing replaces this array. Keep the storage
   * for as long as you use what is derived from it (`subarray`, `buffer`); {@link part} and `tensor.data` need no such care.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * console.log(new Storage("int8", 2).data); // Int8Array(2) [ 0, 0 ]
   * ```
   */
  get data(): TypedArrayOf<D> {
    return this.block === undefined ? this.elements : this.block.elements;
  }

  /**
   * The elements from `start` up to but not `end`, sharing memory.
   *
   * @example
   * ```ts
   * import { Storage } from "@rushlight/tensor";
   *
   * console.log(new Storage("int8", new Int8Array([5, 6, 7])).part(1, 3)); // Int8Array(2) [ 6, 7 ]
   * ```
   */
  part(start: number, end: number): TypedArrayOf<D> {
    if (this.block === undefined && start === 0 && end === this.length) return this.elements;
    return this.block === undefined ? subarray(this.elements, start, end) : this.block.part(start, end);
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
    return this.length;
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
    if (size <= this.length) return;
    const grown = new Storage(this.dtype, size, { resident: this.resident });
    grown.data.set(this.data);
    this.elements = grown.elements;
    this.block = grown.block;
    this.length = size;
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
    const copy = new Storage(this.dtype, this.size, { resident: this.resident });
    copy.data.set(this.data);
    return copy;
  }
}

function subarray<D extends DType>(data: TypedArrayOf<D>, start: number, end: number): TypedArrayOf<D>;
function subarray(data: TypedArrayOf<DType>, start: number, end: number): TypedArrayOf<DType> {
  return data.subarray(start, end);
}
