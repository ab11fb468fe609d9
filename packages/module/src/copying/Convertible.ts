import { DTypeError, defaultDtype, type FloatDType, isFloatDType, isTensor } from "@rushlight/tensor";
import { ConversionCache } from "./ConversionCache.ts";

/** An object that computes in one float dtype and can be converted to another: what modules and criterions have in common. */
export abstract class Convertible {
  private floatDtype: FloatDType = defaultDtype();

  /** The dtype that this object computes in. */
  type(): FloatDType;
  /**
   * Converts all float tensors of the object to another dtype; integer tensors stay. What shared memory still does; flat
   * vectors of a network's parameters go stale.
   *
   * @param cache pass one to several objects to keep what they share
   * @throws DTypeError for any other dtype; nothing is converted then
   */
  type(dtype: FloatDType, cache?: ConversionCache): this;
  type(dtype?: FloatDType, cache: ConversionCache = new ConversionCache()): FloatDType | this {
    if (dtype === undefined) return this.floatDtype;
    if (!isFloatDType(dtype)) {
      throw new DTypeError(`type: expected "float32" or "float64", got ${JSON.stringify(dtype)}`);
    }
    convertFields(this, dtype, cache);
    this.floatDtype = dtype;
    return this;
  }

  /** `type("float32")`. */
  float(): this {
    return this.type("float32");
  }

  /** `type("float64")`. */
  double(): this {
    return this.type("float64");
  }
}

/**
 * Converts the float tensors in an object's fields, through arrays and plain objects; objects that convert
 * themselves do so.
 */
function convertFields(object: object, dtype: FloatDType, cache: ConversionCache): void {
  for (const key of Object.keys(object)) {
    const value: unknown = Reflect.get(object, key);
    const converted = convertValue(value, dtype, cache);
    if (converted !== value) Reflect.set(object, key, converted);
  }
}

function convertValue(value: unknown, dtype: FloatDType, cache: ConversionCache): unknown {
  if (isTensor(value)) return cache.convert(value, dtype);
  if (value instanceof Convertible) value.type(dtype, cache);
  else if (Array.isArray(value) || isPlainObject(value)) convertFields(value, dtype, cache);
  return value;
}

function isPlainObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
