import { type DType, type FloatDType, isFloatDType, type TypedArrayOf } from "../dtype/DType.ts";
import type { Size } from "../shape/size.ts";

/** Where the elements of a tensor are: all that loops and kernels need to know of it. */
export interface StridedElements<D extends DType = DType> {
  readonly dtype: D;
  storage(): { readonly data: TypedArrayOf<D> };
  storageOffset(): number;
  size(): Size;
  stride(): Size;
  nElement(): number;
  isContiguous(): boolean;
}

/** The dtypes whose arithmetic is JavaScript's own. */
export type IntegerDType = Exclude<DType, FloatDType>;

/** True for elements of float64 and float32. */
export function hasFloats(x: StridedElements): x is StridedElements<FloatDType> {
  return isFloatDType(x.dtype);
}

/** True for elements of the integer dtypes. */
export function hasIntegers(x: StridedElements): x is StridedElements<IntegerDType> {
  return !isFloatDType(x.dtype);
}
