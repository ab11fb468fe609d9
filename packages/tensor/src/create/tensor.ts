import {
  type DType,
  dtypes,
  type FloatDType,
  isTypedArrayOf,
  type TypedArray,
  type TypedArrayOf,
} from "../dtype/DType.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { formatSize } from "../shape/size.ts";
import { type NestedNumbers, Tensor, type TensorOptions } from "../tensor/Tensor.ts";

/**
 * A tensor with the numbers of nested arrays, or with a copy of a typed array, whose dtype it takes.
 *
 * @param values arrays of one length at each depth
 * @throws ShapeError when arrays at one depth differ in length, or hold something other than numbers
 * @example
 * ```ts
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(tensor([[1, 2], [3, 4]]).size()); // [ 2, 2 ]
 * console.log(tensor([3, 1, 2], { dtype: "int32" }).dtype); // int32
 * console.log(tensor(new Float64Array(4)).dtype); // float64
 * ```
 */
export function tensor<D extends DType = FloatDType>(values: NestedNumbers, options?: TensorOptions<D>): Tensor<D>;
export function tensor<D extends DType>(values: TypedArrayOf<D>): Tensor<D>;
export function tensor(values: NestedNumbers | TypedArray, options?: TensorOptions): Tensor {
  if (ArrayBuffer.isView(values)) return fromTypedArray(values, options);
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

function fromTypedArray(values: TypedArray, options?: TensorOptions): Tensor {
  const dtype = dtypes.find((candidate) => isTypedArrayOf(candidate, values));
  if (dtype === undefined)
    throw new ShapeError(`tensor: expected nested arrays or a typed array, got ${String(values)}`);
  const result = new Tensor([values.length], { dtype: options?.dtype ?? dtype });
  result.data.set(values);
  return result;
}
