import { csvError, quoted } from "../csvError.ts";
import { looksNumeric } from "../table/NumberSyntax.ts";

/** A row that names the columns unless one of its fields is a number. */
export function isHeader(record: readonly string[]): boolean {
  return !record.some(looksNumeric);
}

/**
 * The names in a header; a column that has none is called as it would be without a header.
 *
 * @throws DataError when one is there twice
 */
export function namesIn(record: readonly string[], name: string, line: number): readonly string[] {
  const names = record.map((field, index) => field.trim() || nameAt(index));
  names.forEach((header, index) => {
    const place = { line, column: index + 1 };
    const earlier = names.indexOf(header);
    if (earlier === index) return;
    throw csvError(name, place, `expected another name than in column ${earlier + 1}, got ${quoted(header)} again`);
  });
  return names;
}

/** Names for columns that have none. */
export function namesFor(record: readonly string[]): readonly string[] {
  return record.map((_, index) => nameAt(index));
}

function nameAt(index: number): string {
  return `column${index + 1}`;
}
