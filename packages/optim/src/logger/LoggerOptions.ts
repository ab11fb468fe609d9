import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { LogFormatName } from "./formats/formats.ts";
import { checkNumberFormat, type NumberFormat } from "./NumberFormat.ts";

/** Options of {@link Logger}. */
export interface LoggerOptions {
  /**
   * `"tsv"`: columns between tabs, as Torch's; `"csv"`: columns between commas; `"jsonl"`: a JSON object in each line. When
   * left out, by the end of the file's name: `.csv`, `.jsonl`, and `"tsv"` for any other.
   */
  readonly format?: LogFormatName | undefined;
  /** Whether to go on with the file, when it is there, instead of beginning it anew. False when left out. */
  readonly append?: boolean | undefined;
  /** Whether to put the local time into the file's name, before its ending. False when left out. */
  readonly timestamp?: boolean | undefined;
  /**
   * How numbers are written: when left out, in tsv as Torch's `%11.4e`, and in csv and jsonl with all the digits that it
   * takes to read the same number again.
   */
  readonly numberFormat?: NumberFormat | undefined;
  /** How the numbers of some columns are written, by the names of the columns. */
  readonly formats?: Readonly<Record<string, NumberFormat>> | undefined;
  /** What takes a line of text when there is no file; `console.log` when left out. */
  readonly print?: ((line: string) => unknown) | undefined;
}

const flags = ["append", "timestamp"] as const;

/**
 * Checks the options of a {@link Logger}.
 *
 * @param file the file that they are for, if there is one
 * @throws ArgumentError for options that do not exist, for values that they do not take, and for those of a file when there
 * is none
 */
export function checkLoggerOptions(options: LoggerOptions, file: string | undefined): void {
  checkOptions("Logger", options, ["format", ...flags, "numberFormat", "formats", "print"]);
  for (const flag of flags) {
    const value = options[flag];
    if (value !== undefined && typeof value !== "boolean") {
      throw new ArgumentError(`Logger: expected true or false as ${flag}, got ${shown(value)}`);
    }
    if (value === true && file === undefined) throw new ArgumentError(`Logger: expected a file for ${flag}, got none`);
  }
  if (options.append === true && options.timestamp === true) {
    throw new ArgumentError("Logger: expected append or timestamp, which always begins a new file, got both");
  }
  if (options.numberFormat !== undefined) checkNumberFormat("Logger, numberFormat", options.numberFormat);
  for (const [name, format] of Object.entries(options.formats ?? {})) {
    checkNumberFormat(`Logger, format of ${name}`, format);
  }
  if (options.print !== undefined && typeof options.print !== "function") {
    throw new ArgumentError(`Logger: expected a function as print, got ${String(options.print)}`);
  }
}
