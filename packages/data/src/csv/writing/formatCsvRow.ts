import type { CsvDelimiter } from "../CsvOptions.ts";

/**
 * A row of CSV, with a line feed at the end. Fields that need it are put in quotes; a number is written with as many digits as give
 * the same number again, and NaN as nothing.
 *
 * @param delimiter Default: a comma
 * @example
 * ```ts
 * import { formatCsvRow } from "@rushlight/data/csv";
 *
 * console.log(formatCsvRow(["3 rooms, garden", 410.5, 'the "red" one', Number.NaN]).trimEnd());
 * // "3 rooms, garden",410.5,"the ""red"" one",
 * ```
 */
export function formatCsvRow(fields: readonly (string | number)[], delimiter: CsvDelimiter = ","): string {
  const row = fields.map((field) => (typeof field === "number" ? numberText(field) : textField(field, delimiter)));
  // A line without anything would be no row.
  return `${row.length === 1 && row[0] === "" ? '""' : row.join(delimiter)}\n`;
}

function numberText(value: number): string {
  return Number.isNaN(value) ? "" : String(value);
}

function textField(text: string, delimiter: CsvDelimiter): string {
  const plain = !text.includes(delimiter) && !/["\r\n]|^\s|\s$/.test(text);
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}
