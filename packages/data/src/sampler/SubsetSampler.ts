import { checkIndices } from "../checks/checkIndices.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * Some indices of a dataset, in the order given.
 *
 * @example
 * ```ts
 * import { SubsetSampler } from "@rushlight/data";
 *
 * console.log([...new SubsetSampler([4, 0, 2])]); // [ 4, 0, 2 ]
 * ```
 */
export class SubsetSampler implements Sampler {
  readonly length: number;
  private readonly indices: Int32Array;

  /**
   * @param indices copied, so that later changes have no effect
   * @throws IndexError when one is not a whole number from 0 up
   */
  constructor(indices: ArrayLike<number>) {
    this.indices = checkIndices("SubsetSampler", indices);
    this.length = indices.length;
  }

  /** The indices of one epoch, in the order given. */
  [Symbol.iterator](): Iterator<number> {
    return this.indices.values();
  }
}
