import type { CsvBlock } from "./CsvBlock.ts";
import type { CsvFormat, CsvSource } from "./CsvOptions.ts";
import { checkFormat } from "./checkCsvOptions.ts";
import { openParser } from "./openParser.ts";
import { readRows } from "./reading/readRows.ts";

/**
 * The rows of CSV as they are written in it, block by block, for programs that need not keep them all. The first block is there
 * even when there are no rows, and tells the names of the columns. See `parseCsv` for how rows are written.
 *
 * @throws DataError on the way, as `parseCsv` but for what concerns types
 * @throws ArgumentError for options that do not exist or make no sense
 * @example
 * ```ts
 * import { csvRows } from "@rushlight/data/csv";
 *
 * for await (const { names, rows, lines } of csvRows("name,mark\nAda,6\n")) {
 *   rows.forEach((row, index) => {
 *     console.log(lines[index], names, row); // 2 [ 'name', 'mark' ] [ 'Ada', '6' ]
 *   });
 * }
 * ```
 */
export function csvRows(source: CsvSource, options: CsvFormat = {}): AsyncGenerator<CsvBlock, void, undefined> {
  checkFormat("csvRows", options);
  return readRows(openParser, source, options);
}
