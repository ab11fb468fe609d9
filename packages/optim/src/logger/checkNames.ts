import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks the names of a log's columns.
 *
 * @param formats what has formats of its own, by name
 * @throws ArgumentError for no names, names that are empty, no strings or there twice, and for a format without its column
 */
export function checkNames(names: readonly string[], formats: Readonly<Record<string, unknown>> = {}): void {
  if (names.length === 0) throw new ArgumentError("Logger: expected at least one column, got none");
  for (const [i, name] of names.entries()) {
    if (typeof name !== "string" || name === "") {
      throw new ArgumentError(
        `Logger: expected names of columns that are strings with characters, got "${String(name)}"`,
      );
    }
    if (names.indexOf(name) < i) throw new ArgumentError(`Logger: expected a name for one column, got ${name} twice`);
  }
  const unknown = Object.keys(formats).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  throw new ArgumentError(`Logger: expected formats for columns of ${names.join(", ")}, got one for ${unknown}`);
}
