import type { NumberColumn } from "../table/CsvColumn.ts";
import { Standardization } from "./Standardization.ts";
import type { NumberInput } from "./TableInput.ts";

/** The square of a larger difference may be no number any more. */
const LARGEST = 1e150;

/** How a column of numbers is encoded by some of its rows, or why it is not. */
export function fitNumbers({ name, values }: NumberColumn, rows: ArrayLike<number>): NumberInput | string {
  const training = Array.from(rows, (row) => values[row]);
  const missing = training.some(Number.isNaN);
  if (training.every(Number.isNaN)) return "has no value in any row";
  if (training.some((value) => Math.abs(value) > LARGEST)) return "has numbers that are too large to be standardised";
  const { mean, deviation } = Standardization.of(training);
  return { type: "number", name, mean, deviation, missing };
}

/** The names of the columns that numbers are encoded in. */
export function numberNames({ name, missing }: NumberInput): readonly string[] {
  return missing ? [name, `${name} is missing`] : [name];
}

/** Writes the numbers of some rows: each into the first of its columns, and whether it is missing into the second. */
export function encodeNumbers(
  { mean, deviation, missing }: NumberInput,
  values: Float64Array,
  rows: ArrayLike<number>,
  write: (row: number, column: number, value: number) => void,
): void {
  const scale = new Standardization(mean, deviation);
  for (let i = 0; i < rows.length; i++) {
    const value = values[rows[i]];
    if (!Number.isNaN(value)) write(i, 0, scale.apply(value));
    else if (missing) write(i, 1, 1);
  }
}
