import { ArgumentError, type DType } from "@rushlight/tensor";

/**
 * Checks a setting.
 *
 * @throws ArgumentError for what is no number, NaN, or below `least`
 */
export function checkSetting(name: string, what: string, value: number, least: number = -Infinity): number {
  if (typeof value === "number" && value >= least) return value;
  throw new ArgumentError(
    `${name}: expected ${what}${least === -Infinity ? "" : ` of at least ${least}`}, got ${String(value)}`,
  );
}

/** A number as Lua's `%g` prints it, with up to six digits. */
export function shortNumber(value: number): string {
  return String(Number(value.toPrecision(6)));
}

/** A number as a tensor of a dtype holds it, so that comparing elements with it is exact. */
export function asHeld(value: number, dtype: DType): number {
  return dtype === "float32" ? Math.fround(value) : value;
}
