import { ArgumentError, shown } from "@rushlight/tensor";

/** Checks that a number, if it is given, is whole and 1 or more. */
export function checkCount(owner: string, count: number | undefined): void {
  if (count !== undefined && !(Number.isSafeInteger(count) && count >= 1)) {
    throw new ArgumentError(`${owner}: expected a whole number from 1, got ${shown(count)}`);
  }
}
