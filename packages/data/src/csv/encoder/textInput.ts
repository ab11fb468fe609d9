import type { TextColumn } from "../table/CsvColumn.ts";
import type { TextInput } from "./TableInput.ts";

/** When texts are categories. */
export interface CategoryLimits {
  /** The rows that a category must be in, not to be among the others. */
  readonly minRows: number;
  /** The most categories that a column may have. */
  readonly maxCategories: number;
}

/** How a column of texts is encoded by some of its rows, or why it is not. */
export function fitTexts(
  { name, codes, texts }: TextColumn,
  rows: ArrayLike<number>,
  { minRows, maxCategories }: CategoryLimits,
): TextInput | string {
  const counts = new Map<number, number>();
  let present = 0;
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    if (code < 0) continue;
    present++;
    counts.set(code, (counts.get(code) ?? 0) + 1);
  }
  if (present === 0) return "has no value in any row";
  if (counts.size > present / 2) {
    return `looks like a name for each row: ${counts.size} different texts in ${present} rows`;
  }
  const frequent = [...counts].filter(([, count]) => count >= minRows).map(([code]) => texts[code]);
  if (frequent.length > maxCategories) {
    return `has ${frequent.length} categories, more than ${maxCategories}`;
  }
  const missing = present < rows.length;
  if (counts.size === 1 && !missing) return "has the same text in all rows";
  // The default order, by codes, is the same in all languages.
  return { type: "text", name, categories: frequent.sort(), other: frequent.length < counts.size, missing };
}

/** The names of the columns that texts are encoded in. */
export function textNames({ name, categories, other, missing }: TextInput): readonly string[] {
  return [
    ...categories.map((category) => `${name} = ${category}`),
    ...(other ? [`${name} is another`] : []),
    ...(missing ? [`${name} is missing`] : []),
  ];
}

/** Writes a 1 for each of some rows into the column of its category. */
export function encodeTexts(
  { categories, other, missing }: TextInput,
  { codes, texts }: TextColumn,
  rows: ArrayLike<number>,
  write: (row: number, column: number, value: number) => void,
): void {
  const columnOf = new Map(categories.map((category, column) => [category, column]));
  const otherColumn = other ? categories.length : -1;
  const missingColumn = missing ? categories.length + (other ? 1 : 0) : -1;
  const columns = texts.map((text) => columnOf.get(text) ?? otherColumn);
  for (let i = 0; i < rows.length; i++) {
    const code = codes[rows[i]];
    const column = code < 0 ? missingColumn : columns[code];
    if (column >= 0) write(i, column, 1);
  }
}
