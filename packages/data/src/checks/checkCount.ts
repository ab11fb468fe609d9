import { ArgumentError } from "@rushlight/tensor";

/** @throws ArgumentError unless `count` is a whole number from 0 up */
export function checkCount(owner: string, count: number): number {
  if (Number.isInteger(count) && count >= 0) return count;
  throw new ArgumentError(`${owner}: expected how many samples there are, a whole number from 0 up, got ${count}`);
}
