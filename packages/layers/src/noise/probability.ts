import { ArgumentError } from "@rushlight/tensor";

/**
 * Checks a probability to drop.
 *
 * @throws ArgumentError for what is not in [0, 1)
 */
export function checkProbability(name: string, p: number): number {
  if (!(p >= 0 && p < 1)) throw new ArgumentError(`${name}: expected a probability in [0, 1), got ${p}`);
  return p;
}
