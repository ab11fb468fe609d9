import { ArgumentError } from "@rushlight/tensor";
import { DataError } from "../errors/DataError.ts";
import { csvError, quoted } from "./csvError.ts";
import type { CsvColumn, TextColumn } from "./table/CsvColumn.ts";
import { missingColumn } from "./table/missingColumn.ts";

/** What a {@link CsvTable} is made of. */
export interface CsvTableParts {
  /** What messages call the table. */
  readonly name: string;
  /** Its columns, all of the same length, with different names. */
  readonly columns: readonly CsvColumn[];
  /** The line of the file that each row begins in, from 1. */
  readonly lines: Float64Array;
  /** How many rows the file has, of which these may be a sample. */
  readonly rowsRead: number;
}

/**
 * Named columns of numbers and of texts.
 *
 * @example
 * ```ts
 * import { parseCsv } from "@rushlight/data/csv";
 *
 * const table = await parseCsv("city,rent\nBern,1500\nBasel,\n", { name: "rents.csv" });
 * console.log(table.names, table.length); // [ 'city', 'rent' ] 2
 * console.log([...table.numbers("rent")]); // [ 1500, NaN ]
 * const { codes, texts } = table.texts("city");
 * console.log([...codes], texts); // [ 0, 1 ] [ 'Bern', 'Basel' ]
 * try {
 *   table.numbers("rant");
 * } catch (error) {
 *   console.log(String(error)); // DataError: rents.csv: expected a column "rant", got "city", "rent"; is "rent" meant?
 * }
 * ```
 */
export class CsvTable {
  /** What messages call it. */
  readonly name: string;
  readonly columns: readonly CsvColumn[];
  /** The line of the file that each row begins in, from 1. */
  readonly lines: Float64Array;
  /** How many rows the file has: more than `length` when these are a sample. */
  readonly rowsRead: number;
  private readonly byName: ReadonlyMap<string, CsvColumn>;

  /** @throws ArgumentError when columns differ in length, or have the same name */
  constructor({ name, columns, lines, rowsRead }: CsvTableParts) {
    for (const column of columns) {
      if (lengthOf(column) === lines.length) continue;
      throw new ArgumentError(
        `CsvTable: expected ${lines.length} rows in column "${column.name}", got ${lengthOf(column)}`,
      );
    }
    this.name = name;
    this.columns = columns;
    this.lines = lines;
    this.rowsRead = rowsRead;
    this.byName = new Map(columns.map((column) => [column.name, column]));
    if (this.byName.size < columns.length)
      throw new ArgumentError("CsvTable: expected a different name for each column");
  }

  /** How many rows there are. */
  get length(): number {
    return this.lines.length;
  }

  /** The names of the columns. */
  get names(): readonly string[] {
    return this.columns.map(({ name }) => name);
  }

  /** Whether there is a column of that name. */
  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** @throws DataError when there is no column of that name; it names those that there are */
  column(name: string): CsvColumn {
    const column = this.byName.get(name);
    if (column === undefined) throw missingColumn(this.name, name, this.names);
    return column;
  }

  /**
   * The numbers in a column, NaN where one is missing.
   *
   * @throws DataError when there is no column of that name, or there are texts in it; it names the first of them
   */
  numbers(name: string): Float64Array {
    const column = this.column(name);
    if (column.type === "number") return column.values;
    const row = column.codes.findIndex((code) => code >= 0);
    const place = { line: this.lines[row], column: this.columns.indexOf(column) + 1, header: name };
    throw csvError(this.name, place, `expected numbers, got ${quoted(column.texts[column.codes[row]])}`);
  }

  /**
   * The texts in a column.
   *
   * @throws DataError when there is no column of that name, or there are numbers in it
   */
  texts(name: string): TextColumn {
    const column = this.column(name);
    if (column.type === "text") return column;
    throw new DataError(`${this.name}: expected texts in column ${quoted(name)}, got numbers`);
  }
}

function lengthOf(column: CsvColumn): number {
  return column.type === "number" ? column.values.length : column.codes.length;
}
