/**
 * A value of any kind as messages name it: what is no plain value by its kind.
 *
 * @example
 * ```ts
 * import { shown } from "@rushlight/tensor";
 *
 * console.log(shown(1.5), shown([1]), shown({}), shown(undefined)); // 1.5 an array an object undefined
 * ```
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  return typeof value === "function" ? "a function" : String(value);
}
