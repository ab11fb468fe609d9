/**
 * CSV in memory, or as it comes: text, bytes, or chunks of either, such as the body of a response. Chunks may end anywhere, in the
 * middle of a character too.
 */
export type CsvSource = string | Uint8Array | Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

/** The character between two fields of a row. */
export type CsvDelimiter = "," | ";" | "\t";

/** What is in a column: numbers, or texts such as the names of categories. */
export type CsvType = "number" | "text";

/** How rows are written in a CSV file. */
export interface CsvFormat {
  /** What messages call the data, such as the name of the file. Default: `"CSV"`. */
  readonly name?: string | undefined;
  /** Default: whichever of comma, semicolon and tab is most frequent in the first line, outside of quotes. */
  readonly delimiter?: CsvDelimiter | undefined;
  /**
   * Whether the first row names the columns. Those without a name are called `column1`, `column2` and so on, by their positions.
   * Default: the first row names them unless a field of it is a number.
   */
  readonly header?: boolean | undefined;
  /**
   * The encoding of bytes, by a name that `TextDecoder` knows, such as `"windows-1252"`. Default: UTF-8, or UTF-16 when the
   * bytes begin with its byte order mark.
   */
  readonly encoding?: string | undefined;
}

/** What the fields of a CSV file mean. */
export interface CsvMeaning {
  /** What is in some columns, by their names. Default: found out from the first 1000 rows. */
  readonly types?: Readonly<Record<string, CsvType>> | undefined;
  /** The fields that stand for no value. Default: nothing at all, `NA`, `N/A`, `NaN`, `nan`, `null`, `NULL` and `?`. */
  readonly missing?: readonly string[] | undefined;
  /**
   * What the fraction of a number begins with. Default: a point; a column that has numbers only by a comma is an error then, unless
   * `types` says what it is.
   */
  readonly decimal?: "." | "," | undefined;
  /** The columns to keep, by their names, in this order. Default: all of them. */
  readonly columns?: readonly string[] | undefined;
  /**
   * The most rows to keep: when there are more, a random sample of so many, in the order of the file. Every row is read and checked
   * all the same. Default: all rows.
   */
  readonly rows?: number | undefined;
  /** The seed of the random sample, a whole number from 0 up. Default: 1. */
  readonly seed?: number | undefined;
}

/** How a CSV file is written, and what its fields mean. */
export interface CsvOptions extends CsvFormat, CsvMeaning {}
