import { Criterion } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { checkMargin } from "../base/checks.ts";
import { checkPair, emptyPair, type TensorPair } from "../base/pairs.ts";
import { noParts } from "../base/parts.ts";
import { type Signs, signsOf } from "../base/signs.ts";
import { subtract } from "../base/subtract.ts";

/**
 * Draws two similar tensors together and pushes others apart, up to a margin. Loss, with d = Σ |a − b|: d for the target 1
 * and max(0, margin − d) for −1; it never averages. Torch's `nn.L1HingeEmbeddingCriterion`.
 *
 * Shapes: two tensors of one size, which are one pair whatever their dimensions, and one target. Gradient of the first:
 * sign(a − b) for the target 1; −sign(a − b) for −1, but 0 where d > margin. The sign of 0 is 0. The gradient of the
 * second is minus that.
 *
 * @example
 * ```ts
 * import { L1HingeEmbeddingCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new L1HingeEmbeddingCriterion(2);
 * const pair = [tensor([1, 2]), tensor([1.5, 1])] as const;
 * console.log(criterion.forward(pair, 1), criterion.forward(pair, -1)); // 1.5 0.5
 * const [first, second] = criterion.backward(pair, -1);
 * console.log(first.toArray(), second.toArray()); // [ 1, -1 ] [ -1, 1 ]
 * ```
 */
export class L1HingeEmbeddingCriterion extends Criterion<TensorPair, Signs> {
  readonly margin: number;
  override gradInput: TensorPair = emptyPair();
  private difference = new Tensor([], { resident: true });
  private denseTarget = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number
   */
  constructor(margin = 1) {
    super();
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: TensorPair, target: Signs): number {
    const sign = this.signOf(input, target);
    const distance = subtract(this.difference, ...input).norm(1);
    this.output = sign === 1 ? distance : Math.max(0, this.margin - distance);
    return this.output;
  }

  override updateGradInput(input: TensorPair, target: Signs): TensorPair {
    const sign = this.signOf(input, target);
    const difference = subtract(this.difference, ...input);
    const beyond = sign === -1 && difference.norm(1) > this.margin;
    const [first, second] = this.gradInput;
    difference.sign();
    first.resizeAs(difference).zero();
    second.resizeAs(difference).zero();
    if (beyond) return this.gradInput;
    first.add(sign, difference);
    second.add(-sign, difference);
    return this.gradInput;
  }

  protected override checkPart(): void {
    throw noParts(this, "it takes its two tensors as one pair, whatever their dimensions");
  }

  private signOf(input: TensorPair, target: Signs): number {
    checkPair(this, input);
    const { elements, offset } = signsOf(this, target, 1, this.denseTarget);
    return elements[offset];
  }
}
