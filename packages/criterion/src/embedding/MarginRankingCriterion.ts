import { mapInto, Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkMargin } from "../base/checks.ts";
import { keepWhereNotNegative } from "../base/keepWhereNotNegative.ts";
import { checkPair, emptyPair, type TensorPair } from "../base/pairs.ts";
import { type Signs, signsFor } from "../base/signs.ts";
import { subtract } from "../base/subtract.ts";

/**
 * Ranks one score above another by a margin. Loss: Σ max(0, margin − tᵢ·(aᵢ − bᵢ)) / N, where the first is to be the higher
 * one for the target 1 and the lower one for −1; without averaging the sum. Torch's `nn.MarginRankingCriterion`.
 *
 * Shapes: two tensors of one size with as many targets, each 1 or −1; N is the size of the first dimension. One number
 * will do for one pair of scores. Gradient of the first: −t / N where margin − t·(a − b) ≥ 0, else 0; of the second: minus
 * that.
 *
 * @example
 * ```ts
 * import { MarginRankingCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MarginRankingCriterion(0.5);
 * const scores = [tensor([1, 2]), tensor([3, 1])] as const;
 * console.log(criterion.forward(scores, tensor([1, 1]))); // 1.25
 * const [first, second] = criterion.backward(scores, tensor([1, 1]));
 * console.log(first.toArray(), second.toArray()); // [ -0.5, 0 ] [ 0.5, 0 ]
 * ```
 */
export class MarginRankingCriterion extends AveragingCriterion<TensorPair, Signs> {
  readonly margin: number;
  override gradInput: TensorPair = emptyPair();
  private signs = new Tensor([], { resident: true });
  private shortfall = new Tensor([], { resident: true });
  private counted = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 1, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: TensorPair, target: Signs): number {
    const shortfall = this.shortfallOf(input, this.check(input, target));
    mapInto("MarginRankingCriterion", "threshold", shortfall, shortfall, 0, 0);
    this.output = shortfall.sum() * this.factor(input[0].size(0));
    return this.output;
  }

  override updateGradInput(input: TensorPair, target: Signs): TensorPair {
    const signs = this.check(input, target);
    const shortfall = this.shortfallOf(input, signs);
    const [first, second] = this.gradInput;
    first
      .resizeAs(signs)
      .copy(signs)
      .mul(-this.factor(signs.size(0)));
    keepWhereNotNegative(first, shortfall, this.counted);
    mapInto("MarginRankingCriterion", "scalarMinus", first, second.resizeAs(first), 0);
    return this.gradInput;
  }

  private check(input: TensorPair, target: Signs): Tensor {
    checkPair(this, input);
    return signsFor(this, target, input[0], this.signs);
  }

  /** margin − t·(a − b) */
  private shortfallOf(input: TensorPair, signs: Tensor): Tensor {
    const shortfall = subtract(this.shortfall, ...input).cmul(signs);
    mapInto("MarginRankingCriterion", "scalarMinus", shortfall, shortfall, this.margin);
    return shortfall;
  }
}
