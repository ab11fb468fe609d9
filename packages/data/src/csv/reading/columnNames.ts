import { csvError, quoted } from "../csvError.ts";
import { looksNumeric } from "../table/NumberSyntax.ts";

/** A row that names the columns unless one of its fields is a number. */
export function isHeader(record: readonly string[]): boolean {
  return !record.some(looksNumeric);
}

/**
 * The names in a header.
 *
 * @throws DataError when one is empty or there twice
 */
export function namesIn(record: readonly string[], name: string, line: number): readonly string[] {
  const names = record.map((field) => field.trim());
  names.forEach((header, index) => {
    const place = { line, column: index + 1 };
    if (header === "") throw csvError(name, place, "expected the name of a column, got nothing");
    const earlier = names.indexOf(header);
    if (earlier === index) return;
    throw csvError(name, place, `expected another name than in column ${earlier + 1}, got ${quoted(header)} again`);
  });
  return names;
}

/** Names for columns that have none. */
export function namesFor(record: readonly string[]): readonly string[] {
  return record.map((_, index) => `column${index + 1}`);
}
