import { ArgumentError } from "@rushlight/tensor";
import { PARTS } from "../threads/Control.ts";

/**
 * Checks a number of threads or of parts.
 *
 * @throws ArgumentError for what is not a whole number from the least to the most that a pool can have
 */
export function checkCount(owner: string, name: string, value: number, least: number): void {
  if (Number.isInteger(value) && value >= least && value <= PARTS) return;
  throw new ArgumentError(`${owner}: expected ${name} from ${least} to ${PARTS}, got ${String(value)}`);
}
