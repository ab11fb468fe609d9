import { formatSize, isTensor } from "@rushlight/tensor";

/** What came, as messages show it. */
export function shown(value: unknown): string {
  if (isTensor(value)) return `a tensor ${formatSize(value.size())}`;
  if (Array.isArray(value)) return `an array of ${value.length}`;
  if (typeof value === "string") return `"${value}"`;
  if (typeof value === "function") return "a function";
  if (typeof value === "object" && value !== null) return "an object";
  return String(value);
}
