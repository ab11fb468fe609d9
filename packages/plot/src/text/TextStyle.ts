import { ArgumentError, checkOptions, shown } from "@rushlight/tensor";
import type { TextOptions } from "./TextOptions.ts";

/** The options of text with their defaults. */
export type TextStyle = Required<TextOptions>;

/**
 * Checks the options of text and gives them their defaults.
 *
 * @param least the fewest columns
 * @throws ArgumentError for what does not exist or makes no sense
 */
export function textStyle(owner: string, options: TextOptions, least: number = 20): TextStyle {
  checkOptions(owner, options, ["columns", "colours", "unicode", "rows"]);
  const { columns = 80, colours = false, unicode = true, rows = 15 } = options;
  if (!(Number.isInteger(columns) && columns >= least)) {
    throw new ArgumentError(`${owner}: expected a whole number of columns from ${least}, got ${shown(columns)}`);
  }
  if (!(Number.isInteger(rows) && rows >= 3 && rows <= 200)) {
    throw new ArgumentError(`${owner}: expected a whole number of rows from 3 to 200, got ${shown(rows)}`);
  }
  for (const [name, value] of Object.entries({ colours, unicode })) {
    if (typeof value !== "boolean")
      throw new ArgumentError(`${owner}: expected ${name} true or false, got ${shown(value)}`);
  }
  return { columns, colours, unicode, rows };
}
