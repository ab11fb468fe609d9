import { DataError } from "../../errors/DataError.ts";
import { quoted } from "../csvError.ts";
import { nearest } from "./nearest.ts";

/** The error for a column that is not there, which names those that are. */
export function missingColumn(table: string, column: string, names: readonly string[]): DataError {
  const meant = nearest(column, names);
  const question = meant === undefined ? "" : `; is ${quoted(meant)} meant?`;
  return new DataError(`${table}: expected a column ${quoted(column)}, got ${names.map(quoted).join(", ")}${question}`);
}
