import type { CsvFormat, CsvMeaning, CsvTable } from "@rushlight/data/csv";

/** How the user's files are read, and the rows to predict from are to be read. */
export type CsvSettings = Pick<CsvFormat, "delimiter" | "encoding" | "header"> &
  Pick<CsvMeaning, "missing" | "decimal">;

/** Rows for three uses, by their numbers in a table. */
export interface Split {
  /** The rows that the network learns from. */
  readonly training: Int32Array;
  /** The rows that tell when to stop learning. */
  readonly validation: Int32Array;
  /** The rows that tell how good the network is in the end. */
  readonly heldOut: Int32Array;
}

/** What there is to learn. */
export interface Problem {
  /** What messages call the data. */
  readonly name: string;
  readonly table: CsvTable;
  /** The column to predict. */
  readonly target: string;
  /** The columns to predict it from, of which some may turn out to be of no use. */
  readonly inputs: readonly string[];
  readonly split: Split;
  /** What the held-out rows are called. */
  readonly heldOutName: string;
  /** Whether numbers are taken to mean 0 and deviation 1. */
  readonly standardised: boolean;
  readonly csv: CsvSettings;
  /** What the user should know about the data. */
  readonly notes: readonly string[];
}
