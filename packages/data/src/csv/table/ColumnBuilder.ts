import type { DataError } from "../../errors/DataError.ts";
import { csvError } from "../csvError.ts";
import { lineBreaks } from "../reading/lineBreaks.ts";
import type { CsvColumn } from "./CsvColumn.ts";

/** A row of a file, and the line that it begins in. */
export interface Row {
  readonly fields: readonly string[];
  readonly line: number;
}

/** Where a column is in its file. */
export interface ColumnPlace {
  /** What messages call the file. */
  readonly file: string;
  readonly name: string;
  /** Its position in a row of the file, from 0. */
  readonly index: number;
}

/** Takes the fields of a column, row by row. */
export abstract class ColumnBuilder {
  private readonly place: ColumnPlace;

  constructor(place: ColumnPlace) {
    this.place = place;
  }

  /** What the column is called. */
  get name(): string {
    return this.place.name;
  }

  /** @throws DataError for a row whose field the column can not have */
  abstract check(row: Row): void;

  /** @throws DataError as {@link check} */
  abstract add(row: Row): void;

  /** The column, after which nothing may be added. */
  abstract build(): CsvColumn;

  /** The field of this column in a row. */
  protected fieldOf(row: Row): string {
    return row.fields[this.place.index].trim();
  }

  /** The error that says where in the file a problem is. */
  protected errorAt(row: Row, problem: string): DataError {
    const { file, name, index } = this.place;
    const before = row.fields.slice(0, index).reduce((sum, field) => sum + lineBreaks(field), 0);
    return csvError(file, { line: row.line + before, column: index + 1, header: name }, problem);
  }
}
