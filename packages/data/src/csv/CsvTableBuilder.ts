import { ArgumentError } from "@rushlight/tensor";
import type { CsvFormat, CsvMeaning, CsvType } from "./CsvOptions.ts";
import { CsvTable } from "./CsvTable.ts";
import { checkMeaning } from "./checkCsvOptions.ts";
import { BlockList } from "./table/BlockList.ts";
import type { ColumnBuilder, Row } from "./table/ColumnBuilder.ts";
import { missingColumn } from "./table/missingColumn.ts";
import { NumberColumnBuilder } from "./table/NumberColumnBuilder.ts";
import { NumberSyntax } from "./table/NumberSyntax.ts";
import { Reservoir } from "./table/Reservoir.ts";
import { TextColumnBuilder } from "./table/TextColumnBuilder.ts";
import { typeOf } from "./table/typeOf.ts";

/** The fields that stand for no value, when nothing else is said. */
const usualMissing: readonly string[] = ["", "NA", "N/A", "NaN", "nan", "null", "NULL", "?"];

/** The rows that the types of columns are found out from. */
const ROWS_FOR_TYPES = 1000;

/**
 * Makes a table of rows that come one by one, and finds out the types of its columns. `parseCsv` does this for a whole file; with a
 * builder a program may choose rows, or make a table of each block of them.
 *
 * @example
 * ```ts
 * import { CsvTableBuilder } from "@rushlight/data/csv";
 *
 * const builder = new CsvTableBuilder(["x", "y"], { name: "points" });
 * builder.add(["1", "2.5"], 2);
 * builder.add(["3", "NA"], 3);
 * console.log([...builder.build().numbers("y")]); // [ 2.5, NaN ]
 * ```
 */
export class CsvTableBuilder {
  private readonly name: string;
  private readonly options: CsvMeaning;
  private readonly names: readonly string[];
  private readonly kept: readonly string[];
  private readonly missing: ReadonlySet<string>;
  private readonly syntax: NumberSyntax;
  private readonly lines = new BlockList();
  private readonly sample: Reservoir<Row> | undefined;
  /** The first rows, until the types are known. */
  private firstRows: Row[] = [];
  private builders: readonly ColumnBuilder[] | undefined;
  private rowsRead = 0;

  /**
   * @param names the names of the fields in a row
   * @throws ArgumentError for options that do not exist or make no sense
   * @throws DataError when `types` or `columns` name a column that is not there
   */
  constructor(names: readonly string[], options: CsvMeaning & Pick<CsvFormat, "name"> = {}) {
    checkMeaning("CsvTableBuilder", options);
    const { name = "CSV", columns, types = {}, missing = usualMissing, decimal = ".", rows, seed = 1 } = options;
    for (const column of [...(columns ?? []), ...Object.keys(types)]) {
      if (!names.includes(column)) throw missingColumn(name, column, names);
    }
    this.name = name;
    this.options = options;
    this.names = names;
    this.kept = columns ?? names;
    this.missing = new Set(missing);
    this.syntax = new NumberSyntax(decimal);
    this.sample = rows === undefined ? undefined : new Reservoir(rows, seed);
  }

  /**
   * Adds a row.
   *
   * @param fields one for each name; spaces around them do not count
   * @param line where the row begins in the file, from 1, for messages
   * @throws ArgumentError when there are more or fewer fields than names
   * @throws DataError for a field that is no number in a column of numbers, which may be of this row or of one of the first 1000.
   *   The builder is of no more use then
   */
  add(fields: readonly string[], line: number): this {
    if (fields.length !== this.names.length) {
      throw new ArgumentError(`CsvTableBuilder: expected ${this.names.length} fields, got ${fields.length}`);
    }
    this.rowsRead++;
    const row = { fields, line };
    if (this.builders !== undefined) {
      this.settle(row, this.builders);
    } else {
      this.firstRows.push(row);
      if (this.firstRows.length === ROWS_FOR_TYPES) this.begin();
    }
    return this;
  }

  /**
   * The table of all rows that were added.
   *
   * @throws DataError as {@link add}
   */
  build(): CsvTable {
    const builders = this.builders ?? this.begin();
    for (const row of this.sample?.items() ?? []) this.store(row, builders);
    return new CsvTable({
      name: this.name,
      columns: builders.map((builder) => builder.build()),
      lines: this.lines.moveTo(new Float64Array(this.lines.length)),
      rowsRead: this.rowsRead,
    });
  }

  private begin(): readonly ColumnBuilder[] {
    const builders = this.kept.map((name) => this.builderOf(name));
    this.builders = builders;
    for (const row of this.firstRows) this.settle(row, builders);
    this.firstRows = [];
    return builders;
  }

  private builderOf(name: string): ColumnBuilder {
    const { syntax, missing } = this;
    const { types = {} } = this.options;
    const index = this.names.indexOf(name);
    const type = Object.hasOwn(types, name) ? types[name] : this.typeAt(index);
    const place = { file: this.name, name, index };
    return type === "number" ? new NumberColumnBuilder(place, syntax, missing) : new TextColumnBuilder(place, missing);
  }

  private typeAt(index: number): CsvType {
    const fields = this.firstRows.map((row) => row.fields[index].trim());
    const type = typeOf(fields, this.syntax, this.missing);
    // Numbers of the other kind become an error with advice, rather than texts of no use.
    return type === "text" && this.options.decimal === undefined
      ? typeOf(fields, new NumberSyntax(","), this.missing)
      : type;
  }

  private settle(row: Row, builders: readonly ColumnBuilder[]): void {
    if (this.sample === undefined) {
      this.store(row, builders);
      return;
    }
    for (const builder of builders) builder.check(row);
    this.sample.add(row);
  }

  private store(row: Row, builders: readonly ColumnBuilder[]): void {
    for (const builder of builders) builder.add(row);
    this.lines.push(row.line);
  }
}
