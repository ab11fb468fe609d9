import { ArgumentError, shown } from "@rushlight/tensor";

/** Checks that something is an array, with an element at least when `least` is 1. */
export function checkList(owner: string, list: unknown, least: 0 | 1 = 0): asserts list is readonly unknown[] {
  if (!Array.isArray(list)) throw new ArgumentError(`${owner}: expected an array, got ${shown(list)}`);
  if (list.length < least) throw new ArgumentError(`${owner}: expected one at least, got an empty array`);
}
