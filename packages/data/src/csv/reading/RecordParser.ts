import type { DataError } from "../../errors/DataError.ts";
import { csvError } from "../csvError.ts";

/** A row that takes more characters than this is taken for one with a quote that is not closed. */
const LONGEST_RECORD = 2 ** 20;

/** Where the parser is in the text. */
interface RecordContext {
  /** The line, from 1. */
  readonly lines: number;
  /** How many lines with nothing in them there were. */
  readonly empty_lines: number;
}

/** What the parser is asked for. */
interface ParserSettings {
  readonly delimiter: string;
  readonly record_delimiter: readonly string[];
  readonly trim: boolean;
  readonly relax_column_count: boolean;
  readonly skip_empty_lines: boolean;
  readonly max_record_size: number;
  readonly on_record: (record: string[], context: RecordContext) => null;
}

/** What is used of a stream of csv-parse, in its form for Node as in that for browsers. */
export interface ParserStream {
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  resume(): unknown;
  write(text: string, done: (error?: Error | null) => void): unknown;
  end(): unknown;
}

/** Opens a stream of csv-parse. */
export type OpenParser = (settings: ParserSettings) => ParserStream;

/** Records, and for each the line that it begins in. */
export interface Records {
  readonly records: string[][];
  readonly lines: number[];
}

/** Parses text that comes in pieces. */
export class RecordParser {
  private readonly name: string;
  private readonly stream: ParserStream;
  private readonly ended: Promise<void>;
  private found: Records = { records: [], lines: [] };
  /** Where the last record ended. */
  private last: RecordContext = { lines: 0, empty_lines: 0 };

  constructor(open: OpenParser, { name, delimiter }: { readonly name: string; readonly delimiter: string }) {
    this.name = name;
    this.stream = open({
      delimiter,
      record_delimiter: ["\n"],
      trim: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: LONGEST_RECORD,
      on_record: (record, { lines, empty_lines }) => {
        this.add(record, { lines, empty_lines });
        return null;
      },
    });
    this.ended = new Promise((resolve, reject) => {
      this.stream.on("end", resolve);
      this.stream.on("error", (error) => reject(this.explain(error)));
    });
    // A write that fails is told of it as well.
    this.ended.catch(() => undefined);
    this.stream.resume();
  }

  /**
   * The records that end in the next piece of text.
   *
   * @throws DataError
   */
  async write(text: string): Promise<Records> {
    await new Promise<void>((resolve, reject) => {
      this.stream.write(text, (error) => (error ? reject(this.explain(error)) : resolve()));
    });
    return this.taken();
  }

  /**
   * The last record, when no line break was behind it.
   *
   * @throws DataError
   */
  async end(): Promise<Records> {
    this.stream.end();
    await this.ended;
    return this.taken();
  }

  private taken(): Records {
    const { found } = this;
    this.found = { records: [], lines: [] };
    return found;
  }

  private add(record: string[], end: RecordContext): void {
    this.found.records.push(record);
    this.found.lines.push(this.lineAfter(end.empty_lines));
    this.last = end;
  }

  /** The line that the next record begins in, when so many lines were empty before it. */
  private lineAfter(emptyLines: number): number {
    return this.last.lines + 1 + emptyLines - this.last.empty_lines;
  }

  private explain(error: Error): Error {
    const code = "code" in error ? error.code : undefined;
    const begin = { line: this.lineAfter(numberIn(error, "empty_lines") ?? this.last.empty_lines) };
    const here = { line: numberIn(error, "lines") ?? begin.line, column: (numberIn(error, "column") ?? 0) + 1 };
    const fail = (place: { readonly line: number; readonly column?: number }, problem: string): DataError =>
      csvError(this.name, place, problem, error);
    switch (code) {
      case "CSV_QUOTE_NOT_CLOSED":
        return fail({ ...begin, column: here.column }, "expected a second quote, got none until the end of the file");
      case "CSV_MAX_RECORD_SIZE":
        return fail(
          { ...begin, column: here.column },
          `expected a row of at most ${LONGEST_RECORD.toLocaleString("en")} characters; is a quote not closed?`,
        );
      case "CSV_INVALID_CLOSING_QUOTE":
        return fail(
          here,
          "expected the end of the field behind its second quote, got more; a quote inside is written twice",
        );
      case "INVALID_OPENING_QUOTE":
        return fail(
          here,
          "expected no quote inside of a field without quotes; the whole field goes in quotes, and quotes inside are written twice",
        );
      default:
        return typeof code === "string" ? fail(here, error.message) : error;
    }
  }
}

function numberIn(error: object, key: string): number | undefined {
  const value: unknown = Reflect.get(error, key);
  return typeof value === "number" ? value : undefined;
}
