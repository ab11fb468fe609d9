import { shown } from "@rushlight/tensor";

/** A value as messages show it, text in quotes: not to be taken for the number that it spells. */
export function quoted(value: unknown): string {
  return typeof value === "string" ? JSON.stringify(value) : shown(value);
}
