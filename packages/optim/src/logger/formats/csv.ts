import { LogError } from "../LogError.ts";
import type { LogValue } from "../LogTable.ts";
import { formatNumber } from "../NumberFormat.ts";
import { checkCells, readCell } from "./cells.ts";
import type { LogFormat } from "./LogFormat.ts";

const CELL = /(?:"([^"]*(?:""[^"]*)*)"|([^",\r\n]*))(,|\r?\n)/y;
const SPECIAL = /[",\r\n]|^\s|\s$|^$/;

/**
 * Columns with a comma between them, the names in the first line: RFC 4180, with lines that end in a line feed. Texts are
 * in quotes where they need it; those that look like numbers too, so that they are read as texts again.
 */
export const csv: LogFormat = {
  numbers: { notation: "shortest" },
  header: (names) => names.map(quoted).join(","),
  row: (_, values, numbers) =>
    values.map((value, i) => (typeof value === "number" ? formatNumber(value, numbers[i]) : quoted(value))).join(","),
  parse: (text, source) => {
    const { records, end } = parseRecords(text, source);
    const [header = [], ...rest] = records;
    const names = header.map(({ text }) => text);
    const rows = rest.map((cells, i) => {
      checkCells(source, i + 1, names, cells);
      return cells.map(({ value }) => value);
    });
    return { names, rows, end };
  },
};

interface Cell {
  readonly text: string;
  readonly value: LogValue;
}

function quoted(text: string): string {
  const plain = !SPECIAL.test(text) && typeof readCell(text) === "string";
  return plain ? text : `"${text.replaceAll('"', '""')}"`;
}

function parseRecords(text: string, source: string): { records: Cell[][]; end: number } {
  const records: Cell[][] = [];
  let record: Cell[] = [];
  let end = 0;
  CELL.lastIndex = 0;
  while (CELL.lastIndex < text.length) {
    const at = CELL.lastIndex;
    const match = CELL.exec(text);
    if (match === null) {
      if (isCutOff(text.slice(at))) break;
      throw new LogError(`${source}, row ${records.length}: expected quotes around a text with quotes in it`);
    }
    const [, inQuotes, plain, separator] = match;
    record.push(cellOf(inQuotes, plain));
    if (separator === ",") continue;
    records.push(record);
    record = [];
    end = CELL.lastIndex;
  }
  return { records, end };
}

function cellOf(inQuotes: string | undefined, plain: string): Cell {
  if (inQuotes === undefined) return { text: plain, value: readCell(plain) };
  const text = inQuotes.replaceAll('""', '"');
  return { text, value: text };
}

/** Whether a cell has no end: neither a separator, nor the quotes that it opened. */
function isCutOff(rest: string): boolean {
  return /^(?:"[^"]*(?:""[^"]*)*"?|[^",\r\n]*\r?)$/.test(rest);
}
