import { checkCount } from "../checks/checkCount.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * The indices 0, 1, ... in order.
 *
 * @example
 * ```ts
 * import { SequentialSampler } from "@rushlight/data";
 *
 * console.log([...new SequentialSampler(3)]); // [ 0, 1, 2 ]
 * ```
 */
export class SequentialSampler implements Sampler {
  readonly length: number;

  /**
   * @param length how many samples there are
   * @throws ArgumentError unless it is a whole number from 0 up
   */
  constructor(length: number) {
    this.length = checkCount("SequentialSampler", length);
  }

  /** The indices of one epoch, from 0 up. */
  *[Symbol.iterator](): Iterator<number> {
    for (let index = 0; index < this.length; index++) yield index;
  }
}
