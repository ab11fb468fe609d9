import { DataError } from "@rushlight/data";
import { Generator } from "@rushlight/tensor";

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
  const generator = new Generator(seed);
  const order = Int32Array.from({ length: count }, (_, index) => index);
  if (held > 0) {
    for (let i = 0; i < count - 1; i++) {
      const other = i + generator.random(count - i);
      [order[i], order[other]] = [order[other], order[i]];
    }
  }
  return { train: order.subarray(held).slice().sort(), validation: order.subarray(0, held).slice().sort() };
}
