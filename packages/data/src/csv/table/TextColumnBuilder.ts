import { BlockList } from "./BlockList.ts";
import { ColumnBuilder, type ColumnPlace, type Row } from "./ColumnBuilder.ts";
import type { TextColumn } from "./CsvColumn.ts";

/** The most different texts in a column: more take too much memory. */
const MOST_TEXTS = 1_000_000;

/** A builder of a column of texts. */
export class TextColumnBuilder extends ColumnBuilder {
  private readonly missing: ReadonlySet<string>;
  private readonly codes = new BlockList();
  private readonly codeOf = new Map<string, number>();

  constructor(place: ColumnPlace, missing: ReadonlySet<string>) {
    super(place);
    this.missing = missing;
  }

  /** Refuses nothing. */
  check(): void {}

  /** Adds the text of a row. */
  add(row: Row): void {
    const field = this.fieldOf(row);
    this.codes.push(this.missing.has(field) ? -1 : (this.codeOf.get(field) ?? this.newCode(field, row)));
  }

  /** The column. */
  build(): TextColumn {
    const codes = this.codes.moveTo(new Int32Array(this.codes.length));
    return { type: "text", name: this.name, codes, texts: [...this.codeOf.keys()] };
  }

  private newCode(field: string, row: Row): number {
    const code = this.codeOf.size;
    if (code === MOST_TEXTS) {
      const most = MOST_TEXTS.toLocaleString("en");
      throw this.errorAt(
        row,
        `expected at most ${most} different texts, got more: leave the column out, or take a sample of the rows`,
      );
    }
    this.codeOf.set(field, code);
    return code;
  }
}
