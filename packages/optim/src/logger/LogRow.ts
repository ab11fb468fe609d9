import { ArgumentError } from "@rushlight/tensor";
import type { LogValue } from "./LogTable.ts";

/** A row of a log: values in the order of the columns, or by the names of the columns. */
export type LogRow = readonly LogValue[] | Readonly<Record<string, LogValue>>;

/**
 * The names that a row has, if it has any.
 *
 * @throws ArgumentError for what is no row
 */
export function namesOf(row: LogRow): readonly string[] | undefined {
  if (typeof row !== "object" || row === null) {
    throw new ArgumentError(`Logger: expected a row of values, by name or in order, got ${String(row)}`);
  }
  return isList(row) ? undefined : Object.keys(row);
}

/**
 * The values of a row in the order of the columns.
 *
 * @throws ArgumentError for values of other columns, and for values that are neither numbers nor strings
 */
export function valuesOf(row: LogRow, names: readonly string[]): readonly LogValue[] {
  const values = isList(row) ? listed(row, names) : named(row, names);
  for (const [i, value] of values.entries()) {
    if (typeof value === "number" || typeof value === "string") continue;
    throw new ArgumentError(`Logger: expected a number or a string for ${names[i]}, got ${shown(value)}`);
  }
  return values;
}

function listed(row: readonly LogValue[], names: readonly string[]): readonly LogValue[] {
  if (row.length === names.length) return row;
  throw new ArgumentError(`Logger: expected ${names.length} values (${names.join(", ")}), got ${row.length}`);
}

function named(row: Readonly<Record<string, LogValue>>, names: readonly string[]): readonly LogValue[] {
  const keys = Object.keys(row);
  if (keys.length === names.length && keys.every((key) => names.includes(key))) return names.map((name) => row[name]);
  throw new ArgumentError(`Logger: expected values for ${names.join(", ")}, got ${keys.join(", ") || "none"}`);
}

function isList(row: LogRow): row is readonly LogValue[] {
  return Array.isArray(row);
}

function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? "an object" : `${typeof value} ${String(value)}`;
}
