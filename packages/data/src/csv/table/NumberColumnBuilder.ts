import { quoted } from "../csvError.ts";
import { BlockList } from "./BlockList.ts";
import { ColumnBuilder, type ColumnPlace, type Row } from "./ColumnBuilder.ts";
import type { NumberColumn } from "./CsvColumn.ts";
import type { NumberSyntax } from "./NumberSyntax.ts";

/** A builder of a column of numbers. */
export class NumberColumnBuilder extends ColumnBuilder {
  private readonly syntax: NumberSyntax;
  private readonly missing: ReadonlySet<string>;
  private readonly values = new BlockList();

  constructor(place: ColumnPlace, syntax: NumberSyntax, missing: ReadonlySet<string>) {
    super(place);
    this.syntax = syntax;
    this.missing = missing;
  }

  /** Refuses what is no number. */
  check(row: Row): void {
    this.numberIn(row);
  }

  /** Adds the number of a row. */
  add(row: Row): void {
    this.values.push(this.numberIn(row));
  }

  /** The column. */
  build(): NumberColumn {
    return { type: "number", name: this.name, values: this.values.moveTo(new Float64Array(this.values.length)) };
  }

  private numberIn(row: Row): number {
    const field = this.fieldOf(row);
    const value = this.missing.has(field) ? Number.NaN : this.syntax.parse(field);
    if (value !== undefined) return value;
    throw this.errorAt(row, `expected a number, got ${quoted(field)}${this.syntax.advice(field)}`);
  }
}
