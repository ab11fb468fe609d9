import {
  type DType,
  dtypes,
  type FloatDType,
  isTypedArrayOf,
  type TypedArray,
  type TypedArrayByDType,
} from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { checkOptions } from "../options/checkOptions.ts";
import { checkSize, elementCount, formatSize, type Size } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";
import { type NestedNumbers, Tensor, type TensorOptions } from "../tensor/Tensor.ts";

/** How a typed array becomes a tensor. */
export interface TypedArrayOptions<D extends DType = DType> extends TensorOptions<D> {
  /** The sizes, whose product is the length of the array; one dimension when left out. */
  readonly size?: Size;
  /**
   * True makes the tensor share the array's memory, so that writing to one writes to the other, until the tensor is
   * resized beyond it. The dtype must be the array's. False, the default, copies.
   */
  readonly share?: boolean;
}

/** The dtype whose elements a typed array holds. */
export type DTypeOf<A extends TypedArray> = {
  [D in DType]: A extends TypedArrayByDType[D] ? D : never;
}[DType];

/**
 * A tensor with the numbers of nested arrays, or of a typed array, whose dtype it takes unless told otherwise.
 *
 * @param values arrays of one length at each depth, or a typed array
 * @throws ShapeError when arrays at one depth differ in length or hold something other than numbers, or when the size
 * does not fit a typed array
 * @throws DTypeError when memory is to be shared under another dtype
 * @example
 * ```ts
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(tensor([[1, 2], [3, 4]]).size()); // [ 2, 2 ]
 * console.log(tensor([3, 1, 2], { dtype: "int32" }).dtype); // int32
 *
 * const pixels = new Uint8Array(6);
 * const image = tensor(pixels, { size: [2, 3], share: true });
 * image.fill(7);
 * console.log(pixels); // Uint8Array(6) [ 7, 7, 7, 7, 7, 7 ]
 * ```
 */
export function tensor<A extends TypedArray, D extends DType = DTypeOf<A>>(
  values: A,
  options?: TypedArrayOptions<D>,
): Tensor<D>;
export function tensor<D extends DType = FloatDType>(values: NestedNumbers, options?: TensorOptions<D>): Tensor<D>;
export function tensor(values: NestedNumbers | TypedArray, options: TypedArrayOptions = {}): Tensor {
  if (ArrayBuffer.isView(values)) return fromTypedArray(values, options);
  checkOptions("tensor", options, ["dtype"]);
  const size: number[] = [];
  for (let level: unknown = values; Array.isArray(level) && level.length > 0; level = level[0]) size.push(level.length);
  const flat: number[] = [];
  flatten(values, size, 0, flat);
  const result = new Tensor(size, options);
  result.data.set(flat);
  return result;
}

function flatten(level: unknown, size: readonly number[], depth: number, flat: number[]): void {
  if (depth === size.length) {
    if (typeof level === "number") flat.push(level);
    else if (!(Array.isArray(level) && level.length === 0 && depth === 0)) throw uneven(size, depth, level);
  } else if (Array.isArray(level) && level.length === size[depth]) {
    for (const next of level) flatten(next, size, depth + 1, flat);
  } else {
    throw uneven(size, depth, level);
  }
}

function uneven(size: readonly number[], depth: number, level: unknown): ShapeError {
  const expected = depth < size.length ? `an array of ${size[depth]}` : "a number";
  const came = Array.isArray(level) ? `an array of ${level.length}` : String(level);
  return new ShapeError(
    `tensor: expected nested arrays of size ${formatSize(size)}: ${expected} at depth ${depth}, got ${came}`,
  );
}

function fromTypedArray(values: TypedArray, options: TypedArrayOptions): Tensor {
  checkOptions("tensor", options, ["dtype", "size", "share"]);
  const kind = dtypes.find((candidate) => isTypedArrayOf(candidate, values));
  if (kind === undefined) {
    const name = Object.prototype.toString.call(values).slice(8, -1);
    throw new ArgumentError(`tensor: expected nested arrays, or a typed array of ${dtypes.join(", ")}; got ${name}`);
  }
  const size = checkSize("tensor", options.size ?? [values.length]);
  if (elementCount(size) !== values.length) {
    throw new ShapeError(
      `tensor: expected a size of ${values.length} elements, as the array has, got ${formatSize(size)}`,
    );
  }
  const dtype = options.dtype ?? kind;
  if (options.share !== true) {
    const result = new Tensor(size, { dtype });
    result.data.set(values);
    return result;
  }
  if (dtype !== kind) throw new DTypeError(`tensor: expected ${kind} to share the array's memory, got ${dtype}`);
  return new Tensor(new Storage(kind, values), 0, size);
}
