/**
 * A value of any kind as messages name it: text in quotes, what is no plain value by its kind.
 *
 * @example
 * ```ts
 * import { shown } from "@rushlight/tensor";
 *
 * console.log(shown(1.5), shown("1.5"), shown([1]), shown({})); // 1.5 "1.5" an array an object
 * ```
 */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return "an array";
  if (typeof value === "object" && value !== null) return "an object";
  if (typeof value === "string") return `"${value}"`;
  return typeof value === "function" ? "a function" : String(value);
}
