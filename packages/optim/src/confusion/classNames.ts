import { ArgumentError, shown } from "@rushlight/tensor";

/**
 * What classes are called: their numbers, unless names are given.
 *
 * @param classes how many there are, or their names
 * @param names their names, where their number is given first
 * @throws ArgumentError for no classes, another number of names, and names that are no strings
 */
export function classNames(classes: number | readonly string[], names?: readonly string[]): readonly string[] {
  const given = typeof classes === "number" ? names : classes;
  if (given !== undefined && !isList(given)) {
    throw new ArgumentError(`ConfusionMatrix: expected a list of names, got ${shown(given)}`);
  }
  const count = typeof classes === "number" ? classes : given?.length;
  if (count === undefined || !Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`ConfusionMatrix: expected at least one class, got ${shown(count)}`);
  }
  if (given === undefined) return Array.from({ length: count }, (_, label) => String(label));
  if (given.length !== count) {
    throw new ArgumentError(`ConfusionMatrix: expected a name for each of ${count} classes, got ${given.length}`);
  }
  for (const name of given) {
    if (typeof name === "string") continue;
    throw new ArgumentError(`ConfusionMatrix: expected names that are strings, got ${shown(name)}`);
  }
  return [...given];
}

function isList(value: unknown): boolean {
  return Array.isArray(value);
}
