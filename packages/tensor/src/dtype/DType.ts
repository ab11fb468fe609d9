import { DTypeError } from "../errors/DTypeError.ts";

/**
 * The element type of a tensor. Torch's Double, Float, Int (and Long), Short, Char and Byte.
 *
 * Integer elements wrap around and drop fractions as JavaScript's typed arrays do; a number that meets an integer tensor
 * (`x.add(1.7)`) loses its fraction first, as in Torch.
 */
export type DType = "float64" | "float32" | "int32" | "int16" | "int8" | "uint8";

/** The typed array that holds the elements of each dtype. */
export interface TypedArrayByDType {
  float64: Float64Array;
  float32: Float32Array;
  int32: Int32Array;
  int16: Int16Array;
  int8: Int8Array;
  uint8: Uint8Array;
}

/** The dtypes that networks compute in. */
export type FloatDType = "float64" | "float32";

/** The typed array of a dtype: `TypedArrayOf<"float32">` is `Float32Array`. */
export type TypedArrayOf<D extends DType> = TypedArrayByDType[D];

/** Any typed array that can hold the elements of a tensor. */
export type TypedArray = TypedArrayByDType[DType];

const constructors: { readonly [D in DType]: new (length: number) => TypedArrayByDType[D] } = {
  float64: Float64Array,
  float32: Float32Array,
  int32: Int32Array,
  int16: Int16Array,
  int8: Int8Array,
  uint8: Uint8Array,
};

/**
 * All dtypes, widest first.
 *
 * @example
 * ```ts
 * import { dtypes } from "@rushlight/tensor";
 *
 * console.log(dtypes.join(" ")); // float64 float32 int32 int16 int8 uint8
 * ```
 */
export const dtypes: readonly DType[] = ["float64", "float32", "int32", "int16", "int8", "uint8"];

/** A zero-filled typed array of a dtype. */
export function allocateTypedArray<D extends DType>(dtype: D, length: number): TypedArrayOf<D> {
  return new constructors[dtype](length);
}

/**
 * True for `"float64"` and `"float32"`.
 *
 * @example
 * ```ts
 * import { isFloatDType } from "@rushlight/tensor";
 *
 * console.log(isFloatDType("float32"), isFloatDType("int32")); // true false
 * ```
 */
export function isFloatDType(dtype: DType): dtype is FloatDType {
  return dtype === "float64" || dtype === "float32";
}

/** True when `array` is the kind of typed array that holds elements of `dtype`. */
export function isTypedArrayOf<D extends DType>(dtype: D, array: unknown): array is TypedArrayOf<D> {
  return array instanceof constructors[dtype];
}

/**
 * Checks that a value names a dtype.
 *
 * @throws DTypeError when it does not
 */
export function checkDType<D extends DType>(dtype: D): D {
  if (!dtypes.includes(dtype)) {
    throw new DTypeError(`expected a dtype (${dtypes.join(", ")}), got ${JSON.stringify(dtype)}`);
  }
  return dtype;
}
