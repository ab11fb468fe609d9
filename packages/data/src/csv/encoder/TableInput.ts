/** How a column of numbers is encoded. */
export interface NumberInput {
  readonly type: "number";
  readonly name: string;
  readonly mean: number;
  readonly deviation: number;
  /** Whether a second column tells which numbers are missing. */
  readonly missing: boolean;
}

/** How a column of texts is encoded. */
export interface TextInput {
  readonly type: "text";
  readonly name: string;
  /** The texts that have a column each, in the order of their UTF-16 codes. */
  readonly categories: readonly string[];
  /** Whether a column stands for all other texts. */
  readonly other: boolean;
  /** Whether a column tells which texts are missing. */
  readonly missing: boolean;
}

/** How a column of a table is encoded. */
export type TableInput = NumberInput | TextInput;

/** A column that is not encoded, and why. */
export interface ExcludedColumn {
  readonly name: string;
  readonly reason: string;
}

/** What a `TableEncoder` knows, as plain data for JSON. */
export interface TableEncoderState {
  readonly inputs: readonly TableInput[];
  readonly excluded: readonly ExcludedColumn[];
}
