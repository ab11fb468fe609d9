import type { CsvDelimiter } from "../CsvOptions.ts";

const delimiters: readonly CsvDelimiter[] = [",", ";", "\t"];

/** The delimiter that is most frequent in a line, outside of quotes; the first in the order comma, semicolon, tab of several. */
export function findDelimiter(line: string): CsvDelimiter {
  const unquoted = line.replace(/"[^"]*("|$)/g, "");
  const count = (delimiter: CsvDelimiter): number => unquoted.split(delimiter).length;
  return delimiters.reduce((best, other) => (count(other) > count(best) ? other : best));
}

/** Where the first line that is not empty ends: the position behind it, or undefined when more text is needed. */
export function endOfFirstLine(text: string): number | undefined {
  let quoting = false;
  for (let at = text.search(/\S/); at >= 0 && at < text.length; at++) {
    if (text[at] === '"') quoting = !quoting;
    else if (text[at] === "\n" && !quoting) return at + 1;
  }
  return undefined;
}
