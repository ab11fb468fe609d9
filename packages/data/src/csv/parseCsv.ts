import type { CsvOptions, CsvSource } from "./CsvOptions.ts";
import type { CsvTable } from "./CsvTable.ts";
import { openParser } from "./openParser.ts";
import { tableOf } from "./table/tableOf.ts";

/**
 * The table in CSV: text, bytes, or chunks of either as they come. In Node, `readCsv` from `@rushlight/data/node` reads a file.
 *
 * - Fields may be in double quotes, with quotes inside written twice. Rows end with a line feed, a carriage return or both; empty
 *   lines do not count, nor spaces around a field, nor a byte order mark.
 * - A column has numbers when at least nine in ten of its fields in the first 1000 rows are numbers, without those that are missing;
 *   then every other field in it is an error. Other columns have texts. `types` decides otherwise.
 * - A number is digits with at most one decimal point, a sign before and an exponent behind; with `decimal: ","` it has a comma
 *   instead. There are no thousands separators: `1.234,5` is never a number. A column that would have numbers by the other sign is an
 *   error, unless `decimal` or `types` is given: `1,234` may be more than a thousand, or little more than one.
 *
 * Memory: 8 bytes for a number, 4 for a text and each different text once; with the option `rows`, that of so many rows.
 *
 * @throws DataError when there is no row, a row has too many fields or too few, a quote is not closed, a name in the header is
 *   there twice, a column that an option names is not there, a number is expected and something else comes, or it is no text. The
 *   message names line and column where there are some
 * @throws ArgumentError for options that do not exist or make no sense
 * @example
 * ```ts
 * import { parseCsv } from "@rushlight/data/csv";
 *
 * const table = await parseCsv("rooms;price\n3;410,5\n4;?\n", { decimal: "," });
 * console.log([...table.numbers("price")]); // [ 410.5, NaN ]
 * try {
 *   await parseCsv("rooms,price\n3,410\n4,much\n", { name: "houses.csv", types: { price: "number" } });
 * } catch (error) {
 *   console.log(String(error)); // DataError: houses.csv: line 3, column 2 (price): expected a number, got "much"
 * }
 * ```
 */
export function parseCsv(source: CsvSource, options: CsvOptions = {}): Promise<CsvTable> {
  return tableOf(openParser, "parseCsv", source, options);
}
