/** Some rows of a CSV file, as they are written in it. */
export interface CsvBlock {
  /** What messages call the file. */
  readonly name: string;
  /** The names of the columns. */
  readonly names: readonly string[];
  /** The fields of each row: one for each name, without quotes and without spaces around what is not in quotes. */
  readonly rows: readonly (readonly string[])[];
  /** The line that each row begins in, from 1. */
  readonly lines: readonly number[];
}
