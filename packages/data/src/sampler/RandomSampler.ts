import type { Generator } from "@rushlight/tensor";
import { checkCount } from "../checks/checkCount.ts";
import { generatorOf, type RandomSource, shuffle } from "./randomOrder.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * Every index once, in random order. Each epoch has a new order, and the same seed gives the same orders: those of
 * Torch's `randperm`.
 *
 * @example
 * ```ts
 * import { RandomSampler } from "@rushlight/data";
 *
 * const sampler = new RandomSampler(5, { seed: 1 });
 * console.log([...sampler]); // [ 0, 4, 2, 3, 1 ]
 * console.log([...sampler]); // [ 3, 2, 4, 1, 0 ]
 * ```
 */
export class RandomSampler implements Sampler {
  readonly length: number;
  private readonly generator: Generator;

  /**
   * @param length how many samples there are
   * @param source a generator or a seed. Default: the default generator
   * @throws ArgumentError unless `length` is a whole number from 0 up and `source` names at most one source
   */
  constructor(length: number, source: RandomSource = {}) {
    this.length = checkCount("RandomSampler", length);
    this.generator = generatorOf("RandomSampler", source);
  }

  /** Draws the whole order of an epoch before it gives the first index. */
  [Symbol.iterator](): Iterator<number> {
    const order = Int32Array.from({ length: this.length }, (_, index) => index);
    return shuffle(order, this.generator).values();
  }
}
