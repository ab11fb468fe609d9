import type { Generator } from "@rushlight/tensor";
import { checkIndices } from "../checks/checkIndices.ts";
import { generatorOf, type RandomSource, shuffle } from "./randomOrder.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * Some indices of a dataset, in a new random order each epoch: to train on one part and validate on the rest.
 *
 * @example
 * ```ts
 * import { SubsetRandomSampler } from "@rushlight/data";
 *
 * const sampler = new SubsetRandomSampler([10, 20, 30, 40], { seed: 1 });
 * console.log([...sampler]); // [ 20, 40, 30, 10 ]
 * console.log([...sampler]); // [ 10, 30, 40, 20 ]
 * ```
 */
export class SubsetRandomSampler implements Sampler {
  readonly length: number;
  private readonly indices: Int32Array;
  private readonly generator: Generator;

  /**
   * @param indices copied, so that later changes have no effect
   * @param source a generator or a seed. Default: the default generator
   * @throws IndexError when an index is not a whole number from 0 up
   * @throws ArgumentError when `source` names both a generator and a seed
   */
  constructor(indices: ArrayLike<number>, source: RandomSource = {}) {
    this.indices = checkIndices("SubsetRandomSampler", indices);
    this.length = indices.length;
    this.generator = generatorOf("SubsetRandomSampler", source);
  }

  /** Draws the whole order of an epoch before it gives the first index. */
  [Symbol.iterator](): Iterator<number> {
    return shuffle(this.indices.slice(), this.generator).values();
  }
}
