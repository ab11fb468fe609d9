import { compare } from "../../compare/compare.ts";
import { magnitude } from "../../compare/tolerance.ts";

/** The values that hardly anything was computed for: where the search begins, and where its first step leads. */
const BEGINNING = 2;

/**
 * Compares the values of a search that magnifies rounding, where it made another number of steps than Torch7: those at the
 * beginning and the last one. On the way the values of each must fall.
 *
 * @param name what messages call the values
 * @param distance how far values may be from one another
 * @returns what is wrong, one line each
 */
export function compareEnds(
  name: string,
  recorded: readonly number[],
  actual: readonly number[],
  distance: number,
): string[] {
  const first = recorded.slice(0, BEGINNING);
  const last = recorded.slice(-1);
  const [firstActual, lastActual] = [actual.slice(0, BEGINNING), actual.slice(-1)];
  const rise = actual.findIndex((value, i) => i > 0 && !(value <= actual[i - 1]));
  return [
    ...compare(`first ${name}`, first, firstActual, { tolerance: distance / magnitude(first) }),
    ...compare(`last of ${name}`, last, lastActual, { tolerance: distance / magnitude(last) }),
    ...(rise === -1 ? [] : [`${name}: expected values that fall, got ${actual[rise]} after ${actual[rise - 1]}`]),
  ];
}
