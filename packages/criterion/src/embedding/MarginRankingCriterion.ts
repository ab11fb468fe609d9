import { Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkMargin } from "../base/checks.ts";
import { checkPair, emptyPair, type TensorPair } from "../base/pairs.ts";
import { type Signs, signsOf } from "../base/signs.ts";
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
  private difference = new Tensor([], { resident: true });
  private denseTarget = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 1, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: TensorPair, target: Signs): number {
    checkPair(this, input);
    const [a] = input;
    const signs = signsOf(this, target, a.nElement(), this.denseTarget);
    const difference = subtract(this.difference, ...input);
    const { elements, offset, stride } = signs;
    const { data } = difference.storage();
    const start = difference.storageOffset();
    let loss = 0;
    for (let i = 0; i < a.nElement(); i++) {
      loss += Math.max(0, this.margin - elements[offset + i * stride] * data[start + i]);
    }
    this.output = loss * this.factor(a.size(0));
    return this.output;
  }

  override updateGradInput(input: TensorPair, target: Signs): TensorPair {
    checkPair(this, input);
    const [a] = input;
    const signs = signsOf(this, target, a.nElement(), this.denseTarget);
    const [first, second] = this.gradInput;
    subtract(first, ...input);
    second.resizeAs(a);
    const { elements, offset, stride } = signs;
    const [dx, dy] = [first.storage().data, second.storage().data];
    const [ix, iy] = [first.storageOffset(), second.storageOffset()];
    const scale = this.factor(a.size(0));
    for (let i = 0; i < a.nElement(); i++) {
      const sign = elements[offset + i * stride];
      const slope = this.margin - sign * dx[ix + i] >= 0 ? sign * scale : 0;
      dx[ix + i] = 0 - slope;
      dy[iy + i] = slope;
    }
    return this.gradInput;
  }
}
