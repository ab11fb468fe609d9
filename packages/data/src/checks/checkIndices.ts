import { checkIndex } from "./checkIndex.ts";

const LARGEST_LENGTH = 2 ** 31;

/**
 * A copy of a list of indices.
 *
 * @param length how many samples there are, when that is known
 * @throws IndexError when one is not a whole number from 0 to `length` − 1
 */
export function checkIndices(owner: string, indices: ArrayLike<number>, length: number = LARGEST_LENGTH): Int32Array {
  for (let i = 0; i < indices.length; i++) checkIndex(owner, indices[i], length);
  return Int32Array.from(indices);
}
