import { DTypeError } from "../errors/DTypeError.ts";
import { type FloatDType, isFloatDType } from "./DType.ts";

let current: FloatDType = "float32";

/**
 * The dtype of tensors made without naming one: `"float32"` unless {@link setDefaultDtype} changed it.
 *
 * @example
 * ```ts
 * import { defaultDtype } from "@rushlight/tensor";
 *
 * console.log(defaultDtype()); // float32
 * ```
 */
export function defaultDtype(): FloatDType {
  return current;
}

/**
 * Sets the dtype of tensors, and so of modules' parameters, that are made from now on without naming one.
 *
 * @param dtype `"float32"` or `"float64"`
 * @throws DTypeError for any other dtype
 * @example
 * ```ts
 * import { setDefaultDtype, zeros } from "@rushlight/tensor";
 *
 * setDefaultDtype("float64");
 * console.log(zeros(2).dtype); // float64
 * ```
 */
export function setDefaultDtype(dtype: FloatDType): void {
  if (!isFloatDType(dtype)) {
    throw new DTypeError(`setDefaultDtype: expected "float32" or "float64", got ${JSON.stringify(dtype)}`);
  }
  current = dtype;
}
