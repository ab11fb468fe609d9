import { ArgumentError, checkOptions, type Tensor, zeros } from "@rushlight/tensor";
import { checkIndices } from "../checks/checkIndices.ts";
import { DataError } from "../errors/DataError.ts";
import type { CsvType } from "./CsvOptions.ts";
import type { CsvTable } from "./CsvTable.ts";
import { quoted } from "./csvError.ts";
import { checkEncoderState } from "./encoder/checkEncoderState.ts";
import { encodeNumbers, fitNumbers, numberNames } from "./encoder/numberInput.ts";
import type { ExcludedColumn, TableEncoderState, TableInput } from "./encoder/TableInput.ts";
import { encodeTexts, fitTexts, textNames } from "./encoder/textInput.ts";

/** What a {@link TableEncoder} is fitted to. */
export interface TableEncoderOptions {
  /** The columns that are inputs, by their names. Default: all. */
  readonly columns?: readonly string[] | undefined;
  /** The rows to learn from, as those to train with. Default: all. */
  readonly rows?: ArrayLike<number> | undefined;
  /** The rows that a category must be in, not to be among the others. Default: 3. */
  readonly minRows?: number | undefined;
  /** The most categories that a column may have. Default: 50. */
  readonly maxCategories?: number | undefined;
}

/** Where the columns of an input are in an encoded row. */
export interface InputRange {
  readonly from: number;
  readonly length: number;
}

/**
 * Turns the columns of a table into numbers that a network learns well from, by rules that it fits to the rows to train with:
 *
 * - Numbers have mean 0 and deviation 1 (see `Standardization`); a column with the same number everywhere is 0. A missing number is
 *   taken for the mean; when one is missing in the rows to train with, a second column is 1 where it is.
 * - Texts have a column for each category, which is 1 where it is and else 0. Texts that are in fewer than `minRows` rows share a
 *   column, and so do missing ones, if there are such. A text that never was in the rows to train with is 1 in the column of those
 *   others, or 0 everywhere when there are none.
 * - Columns are excluded when all values are missing, a number is beyond ±1e150, the same text is everywhere, there are more than
 *   `maxCategories` categories, or there are more different texts than half of the rows.
 *
 * @example
 * ```ts
 * import { parseCsv, TableEncoder } from "@rushlight/data/csv";
 *
 * const table = await parseCsv("size,colour,id\n10,red,a\n20,blue,b\n,red,c\n30,blue,d\n");
 * const encoder = TableEncoder.fit(table, { minRows: 1 });
 * console.log(encoder.names); // [ 'size', 'size is missing', 'colour = blue', 'colour = red' ]
 * console.log(encoder.excluded[0].reason); // looks like a name for each row: 4 different texts in 4 rows
 *
 * const restored = TableEncoder.restore(JSON.parse(JSON.stringify(encoder)));
 * const more = await parseCsv("colour,size\nred,20\ngreen,\n");
 * console.log(restored.encode(more).toArray()); // [ [ 0, 0, 0, 1 ], [ 0, 1, 0, 0 ] ]
 * ```
 */
export class TableEncoder {
  /** How each column is encoded, in their order. */
  readonly inputs: readonly TableInput[];
  /** The columns that are not encoded. */
  readonly excluded: readonly ExcludedColumn[];
  /** What each number of an encoded row stands for. */
  readonly names: readonly string[];
  private readonly ranges: ReadonlyMap<string, InputRange>;

  private constructor({ inputs, excluded }: TableEncoderState) {
    this.inputs = inputs;
    this.excluded = excluded;
    const names: string[] = [];
    const ranges = new Map<string, InputRange>();
    for (const input of inputs) {
      const added = input.type === "number" ? numberNames(input) : textNames(input);
      ranges.set(input.name, { from: names.length, length: added.length });
      names.push(...added);
    }
    this.names = names;
    this.ranges = ranges;
  }

  /**
   * An encoder for tables with such columns.
   *
   * @throws DataError when a column is not there, there are no rows, or all columns are excluded
   * @throws ArgumentError for options that do not exist or make no sense
   * @throws IndexError when a row is not there
   */
  static fit(table: CsvTable, options: TableEncoderOptions = {}): TableEncoder {
    checkOptions("TableEncoder.fit", options, ["columns", "rows", "minRows", "maxCategories"]);
    const { columns = table.names, rows, minRows = 3, maxCategories = 50 } = options;
    checkCount("minRows", minRows);
    checkCount("maxCategories", maxCategories);
    if (new Set(columns).size < columns.length) {
      throw new ArgumentError(`TableEncoder.fit: expected each column once, got ${columns.map(quoted).join(", ")}`);
    }
    const training = rowsOf("TableEncoder.fit", table, rows);
    if (training.length === 0) throw new DataError(`${table.name}: expected rows to train with, got none`);
    const inputs: TableInput[] = [];
    const excluded: ExcludedColumn[] = [];
    for (const column of columns.map((name) => table.column(name))) {
      const input =
        column.type === "number"
          ? fitNumbers(column, training)
          : fitTexts(column, training, { minRows, maxCategories });
      if (typeof input === "string") excluded.push({ name: column.name, reason: input });
      else inputs.push(input);
    }
    if (inputs.length === 0) {
      const reasons = excluded.map(({ name, reason }) => `; ${quoted(name)} ${reason}`).join("");
      throw new DataError(`${table.name}: expected a column to learn from, got none${reasons}`);
    }
    return new TableEncoder({ inputs, excluded });
  }

  /**
   * The encoder whose state that is.
   *
   * @param state what {@link toJSON} gave, or what comes of it through JSON
   * @throws ArgumentError for anything else
   */
  static restore(state: unknown): TableEncoder {
    return new TableEncoder(checkEncoderState(state));
  }

  /** How many numbers an encoded row has. */
  get width(): number {
    return this.names.length;
  }

  /** The types that tables are read with to be encoded. */
  get types(): Readonly<Record<string, CsvType>> {
    return Object.fromEntries(this.inputs.map(({ name, type }) => [name, type]));
  }

  /**
   * Where the columns of an input are in an encoded row.
   *
   * @throws ArgumentError when there is no such input
   */
  range(name: string): InputRange {
    const range = this.ranges.get(name);
    if (range !== undefined) return range;
    const names = this.inputs.map((input) => quoted(input.name)).join(", ");
    throw new ArgumentError(`TableEncoder: expected an input of ${names}, got ${quoted(name)}`);
  }

  /**
   * Checks that a table, or a block of rows, has all columns that are encoded.
   *
   * @throws DataError when columns are missing, all of which it names
   */
  check({ name: table, names }: Pick<CsvTable, "name" | "names">): void {
    const missing = this.inputs.filter(({ name }) => !names.includes(name)).map(({ name }) => quoted(name));
    if (missing.length === 0) return;
    const columns = missing.length === 1 ? "the column" : "the columns";
    throw new DataError(`${table}: expected ${columns} ${missing.join(", ")} too, got ${names.map(quoted).join(", ")}`);
  }

  /**
   * The rows of a table in numbers.
   *
   * @param rows which ones, in that order. Default: all
   * @returns `[n, width]` of float64
   * @throws DataError when columns are missing, all of which it names, or have another type, or there are no rows
   * @throws IndexError when a row is not there
   */
  encode(table: CsvTable, rows?: ArrayLike<number>): Tensor<"float64"> {
    const chosen = rowsOf("TableEncoder", table, rows);
    if (chosen.length === 0) throw new DataError(`${table.name}: expected rows to encode, got none`);
    this.check(table);
    const encoded = zeros([chosen.length, this.width], { dtype: "float64" });
    const { data } = encoded.storage();
    for (const input of this.inputs) {
      const { from } = this.range(input.name);
      const write = (row: number, column: number, value: number): void => {
        data[row * this.width + from + column] = value;
      };
      if (input.type === "number") encodeNumbers(input, table.numbers(input.name), chosen, write);
      else encodeTexts(input, table.texts(input.name), chosen, write);
    }
    return encoded;
  }

  /** All that {@link restore} needs, as plain data. */
  toJSON(): TableEncoderState {
    return { inputs: this.inputs, excluded: this.excluded };
  }
}

function rowsOf(owner: string, table: CsvTable, rows: ArrayLike<number> | undefined): Int32Array {
  return rows === undefined
    ? Int32Array.from({ length: table.length }, (_, row) => row)
    : checkIndices(owner, rows, table.length);
}

function checkCount(option: string, value: number): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw new ArgumentError(`TableEncoder.fit: expected ${option} to be a whole number from 1 up, got ${value}`);
}
