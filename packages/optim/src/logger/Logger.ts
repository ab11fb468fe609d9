import { ArgumentError } from "@rushlight/tensor";
import { checkNames } from "./checkNames.ts";
import { formatOf } from "./formats/formats.ts";
import type { LogFormat } from "./formats/LogFormat.ts";
import { checkLoggerOptions, type LoggerOptions } from "./LoggerOptions.ts";
import { type LogRow, namesOf, valuesOf } from "./LogRow.ts";
import type { LogTable, LogValue } from "./LogTable.ts";
import type { NumberFormat } from "./NumberFormat.ts";
import { openLogFile, stampedName } from "./openLogFile.ts";

declare const console: { log(line: string): void };

/**
 * Writes what is measured during training as it comes, a row for each step or epoch, and keeps it for plots. Torch's
 * `optim.Logger`.
 *
 * Each row goes to the file in one piece, and is with the operating system when {@link add} returns: a program that dies
 * loses no row. Without a file, rows are printed. {@link readLog} reads the file again; what csv and jsonl write by default
 * comes back as the same numbers, NaN and infinities included, while tsv rounds to five digits as Torch does.
 *
 * @example
 * ```ts
 * import { Logger } from "@rushlight/optim";
 *
 * const lines: string[] = [];
 * const logger = new Logger(undefined, {
 *   formats: { epoch: { notation: "fixed", digits: 0 } },
 *   print: (line) => lines.push(line),
 * });
 * logger.add({ epoch: 1, loss: 0.6931, phase: "warm-up" });
 * logger.add({ epoch: 2, loss: 0.25, phase: "full speed" });
 * for (const line of lines) console.log(line.replaceAll("\t", " | "));
 * // epoch | loss | phase
 * //           1 |  6.9310e-01 | warm-up
 * //           2 |  2.5000e-01 | full speed
 * console.log(logger.columns.loss); // [ 0.6931, 0.25 ]
 * ```
 */
export class Logger implements LogTable {
  /** The file that is written, with the time in its name when that was asked for; undefined when rows are printed. */
  readonly file: string | undefined;
  private readonly format: LogFormat;
  private readonly options: LoggerOptions;
  private readonly write: (line: string) => unknown;
  private named: readonly string[] = [];
  private lists: Readonly<Record<string, LogValue[]>> = {};

  /**
   * Begins a log: makes the file, and the folders that it is in. A file that is there is emptied, unless `append` is on.
   * Then its rows are read, a last one that was cut off is taken away, and its columns go on.
   *
   * @param file where to write; rows are printed when left out
   * @throws ArgumentError for options that do not exist, for values that they do not take, and for a file where there is no
   * Node, as in a browser
   * @throws LogError when `append` is on and the file is no log of this format; it is left as it is
   * @throws Error, that of the system, for a file that can not be written
   */
  constructor(file?: string, options: LoggerOptions = {}) {
    checkLoggerOptions(options, file);
    if (file !== undefined && (typeof file !== "string" || file === "")) {
      throw new ArgumentError(`Logger: expected the name of a file, got "${String(file)}"`);
    }
    this.options = options;
    this.format = formatOf("Logger", options.format, file);
    if (file === undefined) {
      this.write = options.print ?? ((line) => console.log(line));
      return;
    }
    this.file = options.timestamp === true ? stampedName(file, new Date()) : file;
    this.write = openLogFile(this.file, this.format, options.append === true, ({ names, rows }) => {
      if (names.length === 0) return;
      checkNames(names, options.formats);
      this.begin(names);
      for (const row of rows) this.keep(row);
    });
  }

  /** The names of the columns, in order; none before they are known. */
  get names(): readonly string[] {
    return this.named;
  }

  /** What each column holds so far, row by row, that of a file which is continued included. Torch's `symbols`. */
  get columns(): Readonly<Record<string, readonly LogValue[]>> {
    return this.lists;
  }

  /**
   * Names the columns, and writes the names. The names of a log do not change: the same ones again do nothing.
   *
   * @throws ArgumentError for no names, names that are empty, no strings or there twice, a format for a column that is not
   * named, or other names than before
   */
  setNames(names: readonly string[]): this {
    if (this.named.length === 0) {
      checkNames(names, this.options.formats);
      const header = this.format.header(names);
      if (header !== undefined) this.write(header);
      this.begin(names);
    } else if (names.length !== this.named.length || names.some((name, i) => name !== this.named[i])) {
      throw new ArgumentError(`Logger: expected the names ${this.named.join(", ")}, got ${names.join(", ")}`);
    }
    return this;
  }

  /**
   * Adds a row.
   *
   * @param row values in the order of the columns, or by their names in any order; the first row names the columns, unless
   * they are named
   * @throws ArgumentError for other columns than those that are named, for values that are neither numbers nor strings, and
   * for strings with tabs or line ends in tsv; nothing is written then
   */
  add(row: LogRow): this {
    const own = namesOf(row);
    const names = this.named.length > 0 ? this.named : own;
    if (names === undefined) {
      throw new ArgumentError("Logger: expected names before values in order: by setNames, or in the first row");
    }
    const values = valuesOf(row, names);
    const line = this.format.row(names, values, this.formatsOf(names));
    this.setNames(names);
    this.write(line);
    this.keep(values);
    return this;
  }

  private begin(names: readonly string[]): void {
    this.named = [...names];
    this.lists = Object.fromEntries(names.map((name) => [name, []]));
  }

  private keep(values: readonly LogValue[]): void {
    for (const [i, name] of this.named.entries()) this.lists[name].push(values[i]);
  }

  private formatsOf(names: readonly string[]): readonly NumberFormat[] {
    const { formats = {}, numberFormat = this.format.numbers } = this.options;
    return names.map((name) => (Object.hasOwn(formats, name) ? formats[name] : numberFormat));
  }
}
