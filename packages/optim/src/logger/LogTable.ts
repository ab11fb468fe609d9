/** What one cell of a log holds. */
export type LogValue = number | string;

/** A log: its columns by their names. */
export interface LogTable {
  /** The names of the columns, in order. */
  readonly names: readonly string[];
  /** What each column holds, row by row. */
  readonly columns: Readonly<Record<string, readonly LogValue[]>>;
}
