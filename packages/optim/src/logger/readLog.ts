import { checkOptions } from "@rushlight/tensor";
import { formatOf, type LogFormatName } from "./formats/formats.ts";
import type { LogTable, LogValue } from "./LogTable.ts";
import { nodeModules } from "./nodeModules.ts";

/** Options of {@link readLog}. */
export interface ReadLogOptions {
  /** The format of the file; when left out, by the end of its name: `.csv`, `.jsonl`, and `"tsv"` for any other. */
  readonly format?: LogFormatName | undefined;
}

/**
 * Reads a file that a {@link Logger} wrote, or Torch's. What was written with all its digits is the same number again; what
 * looks like a number in tsv is read as one. A last line without an end is left out: the program died while it wrote it.
 *
 * @param file the name of the file
 * @throws ArgumentError for options that do not exist, and where there are no files, as in a browser: see {@link parseLog}
 * @throws LogError for a file of another form
 * @throws Error, that of the system, for a file that is not there or can not be read
 * @example
 * ```ts
 * import { tmpdir } from "node:os";
 * import { join } from "node:path";
 * import { Logger, readLog } from "@rushlight/optim";
 *
 * const file = join(tmpdir(), "readLog", "train.csv");
 * new Logger(file).add({ epoch: 1, loss: 0.1 + 0.2 }).add({ epoch: 2, loss: Number.NaN });
 * console.log(readLog(file).columns); // { epoch: [ 1, 2 ], loss: [ 0.30000000000000004, NaN ] }
 * ```
 */
export function readLog(file: string, options: ReadLogOptions = {}): LogTable {
  checkOptions("readLog", options, ["format"]);
  const format = formatOf("readLog", options.format, file);
  const text = nodeModules("readLog", file).getBuiltinModule("node:fs").readFileSync(file, "utf8");
  return tableOf(format.parse(text, file));
}

/**
 * Reads the text of a log, wherever it comes from; as {@link readLog}.
 *
 * @param text what a {@link Logger} wrote
 * @param format how it wrote
 * @throws ArgumentError for a format that does not exist
 * @throws LogError for a text of another form
 * @example
 * ```ts
 * import { parseLog } from "@rushlight/optim";
 *
 * const { names, columns } = parseLog("epoch\tloss\n1\t 5.0000e-01\n2\t 2.5000e-01\n", "tsv");
 * console.log(names, columns.loss); // [ 'epoch', 'loss' ] [ 0.5, 0.25 ]
 * ```
 */
export function parseLog(text: string, format: LogFormatName): LogTable {
  return tableOf(formatOf("parseLog", format, undefined).parse(text, "parseLog"));
}

/** The columns of rows. */
function tableOf({ names, rows }: { names: readonly string[]; rows: readonly (readonly LogValue[])[] }): LogTable {
  return { names, columns: Object.fromEntries(names.map((name, i) => [name, rows.map((row) => row[i])])) };
}
