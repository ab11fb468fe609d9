import { LogError } from "../LogError.ts";
import type { LogValue } from "../LogTable.ts";

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;
const NAN = /^[+-]?nan$/i;
const INFINITY = /^[+-]?inf(?:inity)?$/i;

/** A cell that stands without quotes: a number where it looks like one, else a text. */
export function readCell(text: string): LogValue {
  const trimmed = text.trim();
  if (NUMBER.test(trimmed)) return Number(trimmed);
  if (NAN.test(trimmed)) return Number.NaN;
  if (INFINITY.test(trimmed)) return trimmed.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return text;
}

/**
 * Checks how many cells a row has.
 *
 * @param source what messages call the text
 * @param row counted from 1, the names not included
 * @throws LogError for another number of cells than of names
 */
export function checkCells(source: string, row: number, names: readonly string[], cells: readonly unknown[]): void {
  if (cells.length === names.length) return;
  throw new LogError(
    `${source}, row ${row}: expected ${names.length} values (${names.join(", ")}), got ${cells.length}`,
  );
}
