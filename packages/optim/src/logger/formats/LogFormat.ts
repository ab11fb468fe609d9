import type { LogValue } from "../LogTable.ts";
import type { NumberFormat } from "../NumberFormat.ts";

/** What a text holds up to the end of its last whole row. */
export interface ParsedLog {
  /** The names of the columns; none when there is no whole row. */
  readonly names: readonly string[];
  readonly rows: readonly (readonly LogValue[])[];
  /** Where the last whole row ends: what comes behind it was cut off when a program died. */
  readonly end: number;
}

/** How a log is written, a line for each row, and read. */
export interface LogFormat {
  /** How numbers are written unless the user wants them otherwise. */
  readonly numbers: NumberFormat;
  /**
   * The line that names the columns, without its end; undefined when rows name them.
   *
   * @throws ArgumentError for a name that can not be written
   */
  header(names: readonly string[]): string | undefined;
  /**
   * The line of a row, without its end.
   *
   * @param numbers a format for each column
   * @throws ArgumentError for a text that can not be written
   */
  row(names: readonly string[], values: readonly LogValue[], numbers: readonly NumberFormat[]): string;
  /**
   * Reads all whole rows.
   *
   * @param source what messages call the text
   * @throws LogError for a text of another form
   */
  parse(text: string, source: string): ParsedLog;
}
