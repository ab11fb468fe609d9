import { type FloatDType, isTensor } from "@rushlight/tensor";
import type { ConversionCache } from "./ConversionCache.ts";

/** An object that converts itself: modules and criterions. */
interface Convertible {
  type(dtype: FloatDType, cache: ConversionCache): unknown;
}

/**
 * Converts the float tensors in an object's fields, through arrays and plain objects; objects that have a `type` method
 * of their own convert themselves.
 */
export function convertFields(object: object, dtype: FloatDType, cache: ConversionCache): void {
  for (const key of Object.keys(object)) {
    const value: unknown = Reflect.get(object, key);
    const converted = convertValue(value, dtype, cache);
    if (converted !== value) Reflect.set(object, key, converted);
  }
}

function convertValue(value: unknown, dtype: FloatDType, cache: ConversionCache): unknown {
  if (isTensor(value)) return cache.convert(value, dtype);
  if (isConvertible(value)) value.type(dtype, cache);
  else if (Array.isArray(value) || isPlainObject(value)) convertFields(value, dtype, cache);
  return value;
}

function isConvertible(value: unknown): value is Convertible {
  return typeof value === "object" && value !== null && typeof Reflect.get(value, "type") === "function";
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
