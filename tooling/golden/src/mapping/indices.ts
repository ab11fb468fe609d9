import type { Tensor } from "@rushlight/tensor";
import { isLuaList, LuaTensor, type LuaValue } from "../fixtures/values.ts";

/** A dimension counted from 0. Negative ones count from the end in both. */
export function zeroBased(position: number): number {
  return position > 0 ? position - 1 : position;
}

/** A tensor of indices, or of whole numbers in any dtype, counted from 0. */
export function zeroBasedTensor(indices: LuaTensor): LuaTensor {
  return new LuaTensor(
    "long",
    indices.size,
    indices.data.map((index) => index - 1),
  );
}

/**
 * A value with its indices counted from 0. A `long` tensor that goes into a module holds indices, unless the row of its
 * class says otherwise.
 */
export function zeroBasedIndices(value: LuaValue): LuaValue {
  if (value instanceof LuaTensor) return value.dtype === "long" ? zeroBasedTensor(value) : value;
  return isLuaList(value) ? value.map(zeroBasedIndices) : value;
}

/** Class labels counted from 0, in tensors of any dtype: one label, many, or tables of them. */
export function labels(value: LuaValue): LuaValue {
  if (typeof value === "number") return value - 1;
  if (value instanceof LuaTensor) return zeroBasedTensor(value);
  return isLuaList(value) ? value.map(labels) : value;
}

/** Our indices as Torch7 counts them. */
export function oneBased(indices: Tensor): Tensor {
  return indices.clone().add(1);
}
