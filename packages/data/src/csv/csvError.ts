import { DataError } from "../errors/DataError.ts";

const LONGEST_QUOTATION = 40;

/** Where in a CSV file something is, both from 1. */
export interface CsvPlace {
  readonly line: number;
  /** The number of the field in its row. */
  readonly column?: number | undefined;
  /** What the column is called. */
  readonly header?: string | undefined;
}

/** An error that says where it is: `houses.csv: line 17, column 3 (price): expected a number, got "much"`. */
export function csvError(
  name: string,
  { line, column, header }: CsvPlace,
  problem: string,
  cause?: unknown,
): DataError {
  const field = column === undefined ? "" : `, column ${column}`;
  const called = header === undefined ? "" : ` (${header})`;
  return new DataError(`${name}: line ${line}${field}${called}: ${problem}`, { cause });
}

/** A field in quotes, on one line and not longer than a line. */
export function quoted(field: string): string {
  return JSON.stringify(field.length > LONGEST_QUOTATION ? `${field.slice(0, LONGEST_QUOTATION)}…` : field);
}
