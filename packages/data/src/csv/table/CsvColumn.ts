/** A column of numbers. */
export interface NumberColumn {
  readonly type: "number";
  readonly name: string;
  /** One for each row; NaN where there is none. */
  readonly values: Float64Array;
}

/** A column of texts, each different one kept once. */
export interface TextColumn {
  readonly type: "text";
  readonly name: string;
  /** For each row the index of its text in `texts`; −1 where there is none. */
  readonly codes: Int32Array;
  /** The different texts in the order of their first rows. */
  readonly texts: readonly string[];
}

/** A column; its `type` tells the compiler which. */
export type CsvColumn = NumberColumn | TextColumn;
