import { DataError, RandomSampler, SequentialSampler } from "@rushlight/data";

/** The positions of the digits to learn from, and of those that are held back to judge by. */
export interface Split {
  readonly train: Int32Array;
  readonly validation: Int32Array;
}

/** The usual share of the digits to hold back: 5,000 of MNIST's 60,000. */
const USUAL_SHARE = 1 / 12;

/** How many digits are held back when the user does not say. */
export function usualValidation(count: number): number {
  return Math.floor(USUAL_SHARE * count);
}

/**
 * Holds digits back, drawn by a generator of their own, so that the same seed holds the same ones back whatever else draws.
 *
 * @param count how many digits there are
 * @param held how many of them to hold back
 * @throws DataError unless a digit is left to learn from
 */
export function split(count: number, held: number, seed: number): Split {
  if (held >= count) {
    throw new DataError(`--validation ${held}: expected fewer than the ${count} digits that there are to train with`);
  }
  const order = held === 0 ? new SequentialSampler(count) : new RandomSampler(count, { seed });
  const indices = Int32Array.from(order);
  return { train: indices.slice(held).sort(), validation: indices.slice(0, held).sort() };
}
