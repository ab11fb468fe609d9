import type { FloatArray } from "../backend/Backend.ts";
import { allocateTypedArray, type DType, type FloatDType } from "../dtype/DType.ts";
import { checkTensor, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { formatSize } from "../shape/size.ts";
import type { Generator } from "./Generator.ts";

/** Sums this close to 1 count as 1, as in Torch, so that rounded probabilities are taken as they are. */
const SUM_TOLERANCE = 1e-5;

/**
 * A distribution over the categories 0 to `size − 1`, prepared so that a draw takes the same short time however many there
 * are. Draw with {@link sample}, or a whole tensor with `multinomialAlias`.
 *
 * Each category stands for an equal part of the draws: it keeps a share of them and leaves the rest to its alias.
 * Source: M. D. Vose, "A linear algorithm for generating random numbers with a given distribution", 1991.
 *
 * @example
 * ```ts
 * import { Generator, multinomialAliasSetup, tensor } from "@rushlight/tensor";
 *
 * const table = multinomialAliasSetup(tensor([0.5, 0, 0.5]));
 * console.log(table.size); // 3
 * console.log(table.sample(new Generator(1))); // 2
 * ```
 */
export class AliasTable {
  /** The share of its draws that each category keeps. */
  readonly shares: FloatArray;
  /** The category that the other draws of each category go to. */
  readonly aliases: Int32Array;

  /**
   * @param probabilities `[C]`; divided by their sum unless that is 1
   * @throws ArgumentError for negative or infinite probabilities, NaN, and zeros alone
   * @throws ShapeError, DTypeError unless they are a vector of floats
   */
  constructor(probabilities: StridedElements<DType>) {
    const shares = scaledToMeanOne(probabilities);
    this.shares = shares;
    this.aliases = Int32Array.from(shares.keys());
    this.distribute();
  }

  /** How many categories there are. */
  get size(): number {
    return this.shares.length;
  }

  /** Draws a category. Two words. */
  sample(generator: Generator): number {
    const category = Math.floor(generator.uniform(0, this.shares.length));
    return generator.bernoulli(this.shares[category]) === 1 ? category : this.aliases[category];
  }

  /**
   * Fills the shares below 1 up from those above. The order, last ones first, and the arithmetic in the dtype of the
   * probabilities decide which category is whose alias, and so what a seed draws.
   */
  private distribute(): void {
    const { shares, aliases } = this;
    const small: number[] = [];
    const large: number[] = [];
    shares.forEach((share, category) => {
      (share < 1 ? small : large).push(category);
    });
    while (small.length > 0 && large.length > 0) {
      const giver = large[large.length - 1];
      const taker = small[small.length - 1];
      aliases[taker] = giver;
      small.pop();
      shares[giver] -= 1 - shares[taker];
      if (shares[giver] < 1) {
        large.pop();
        small.push(giver);
      }
    }
    // What is left differs from 1 by rounding alone.
    for (const category of small) shares[category] = 1;
    for (const category of large) shares[category] = 1;
  }
}

/** The probabilities times their number, so that they are 1 on average, in their own dtype. */
function scaledToMeanOne(probabilities: StridedElements<DType>): FloatArray {
  const name = "multinomialAliasSetup";
  checkTensor(name, probabilities);
  if (!hasFloats(probabilities)) throw floatOnly(name, probabilities);
  if (probabilities.size().length !== 1) {
    throw new ShapeError(`${name}: expected probabilities [C], got ${formatSize(probabilities.size())}`);
  }
  const count = probabilities.nElement();
  const data: FloatArray = probabilities.storage().data;
  const [stride] = probabilities.stride();
  let sum = 0;
  for (let c = 0, at = probabilities.storageOffset(); c < count; c++, at += stride) {
    if (!(data[at] >= 0 && data[at] < Number.POSITIVE_INFINITY)) {
      throw new ArgumentError(`${name}: expected probabilities of 0 or more, got ${data[at]}`);
    }
    sum += data[at];
  }
  if (sum === 0) throw new ArgumentError(`${name}: expected a probability above 0, got zeros alone`);
  const factor = Math.abs(sum - 1) < SUM_TOLERANCE ? count : count / sum;
  const scaled = allocateTypedArray<FloatDType>(probabilities.dtype, count);
  for (let c = 0, at = probabilities.storageOffset(); c < count; c++, at += stride) scaled[c] = factor * data[at];
  return scaled;
}
