import { randperm } from "@rushlight/tensor";

/** An order to visit samples in: a new one for each epoch when it shuffles. */
export class Sampler implements Iterable<number> {
  readonly length: number;
  readonly shuffle: boolean;

  /**
   * @param length how many samples there are
   * @param shuffle true to train, false to validate: the order makes no
   *   difference there, and the same one is easier to compare
   */
  constructor(length: number, shuffle: boolean) {
    this.length = length;
    this.shuffle = shuffle;
  }

  *[Symbol.iterator](): Iterator<number> {
    if (this.shuffle) yield* randperm(this.length).values();
    else for (let index = 0; index < this.length; index++) yield index;
  }
}
