import { DataError } from "../../errors/DataError.ts";
import type { CsvBlock } from "../CsvBlock.ts";
import type { CsvFormat, CsvSource } from "../CsvOptions.ts";
import { csvError } from "../csvError.ts";
import { isHeader, namesFor, namesIn } from "./columnNames.ts";
import { endOfFirstLine, findDelimiter } from "./findDelimiter.ts";
import { type OpenParser, RecordParser, type Records } from "./RecordParser.ts";
import { textChunks } from "./textChunks.ts";

/** The most characters that are looked at for a delimiter. */
const LONGEST_FIRST_LINE = 2 ** 20;

/** The rows of CSV, block by block; the first block is there even when it is empty. See `csvRows`. */
export async function* readRows(
  open: OpenParser,
  source: CsvSource,
  { name = "CSV", delimiter, header, encoding }: CsvFormat,
): AsyncGenerator<CsvBlock, void, undefined> {
  const text = textChunks(source, { name, encoding });
  let parser: RecordParser | undefined;
  let names: readonly string[] | undefined;
  let start = "";

  const blockOf = ({ records, lines }: Records): CsvBlock | undefined => {
    if (records.length === 0) return undefined;
    if (names === undefined) {
      const named = header ?? isHeader(records[0]);
      names = named ? namesIn(records[0], name, lines[0]) : namesFor(records[0]);
      if (named) {
        records.shift();
        lines.shift();
      }
    }
    checkLengths(name, names, { records, lines });
    return { name, names, rows: records, lines };
  };

  for await (const piece of text) {
    let next = piece;
    if (parser === undefined) {
      start += piece;
      const end = delimiter === undefined ? endOfFirstLine(start) : start.length;
      if (end === undefined && start.length < LONGEST_FIRST_LINE) continue;
      parser = new RecordParser(open, { name, delimiter: delimiter ?? findDelimiter(start.slice(0, end)) });
      next = start;
    }
    const block = blockOf(await parser.write(next));
    if (block !== undefined) yield block;
  }
  if (parser === undefined) {
    parser = new RecordParser(open, { name, delimiter: delimiter ?? findDelimiter(start) });
    const block = blockOf(await parser.write(start));
    if (block !== undefined) yield block;
  }
  const block = blockOf(await parser.end());
  if (block !== undefined) yield block;
  if (names === undefined) throw new DataError(`${name}: expected rows, got an empty file`);
}

function checkLengths(name: string, names: readonly string[], { records, lines }: Records): void {
  const ragged = records.findIndex((record) => record.length !== names.length);
  if (ragged < 0) return;
  const got = records[ragged].length;
  throw csvError(name, { line: lines[ragged] }, `expected ${fields(names.length)} as in the first row, got ${got}`);
}

function fields(count: number): string {
  return count === 1 ? "1 field" : `${count} fields`;
}
