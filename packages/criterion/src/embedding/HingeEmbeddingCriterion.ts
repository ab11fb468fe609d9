import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkFloats, checkMargin, checkNotEmpty } from "../base/checks.ts";
import { keepWhereNotNegative } from "../base/keepWhereNotNegative.ts";
import { type Signs, signsFor } from "../base/signs.ts";

/**
 * Draws distances of similar pairs to 0 and pushes others beyond a margin. Loss: Σ f(x, t) / n over all n elements, with
 * f(x, 1) = x and f(x, −1) = max(0, margin − x); without averaging the sum. Torch's `nn.HingeEmbeddingCriterion`.
 *
 * Shapes: any input of distances with as many targets, each 1 or −1; one number will do for one distance. Gradient: t / n,
 * but 0 where t = −1 and x > margin.
 *
 * @example
 * ```ts
 * import { HingeEmbeddingCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new HingeEmbeddingCriterion();
 * const [distances, similar] = [tensor([0.5, 0.25, 3]), tensor([1, -1, -1])];
 * console.log(criterion.forward(distances, similar).toFixed(4)); // 0.4167
 * console.log(criterion.backward(tensor([0.25]), -1).toArray()); // [ -1 ]
 * ```
 */
export class HingeEmbeddingCriterion extends AveragingCriterion<Tensor, Signs> {
  readonly margin: number;
  private signs = new Tensor([], { resident: true });
  private hinge = new Tensor([], { resident: true });
  private counted = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 1, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: Tensor, target: Signs): number {
    const signs = this.check(input, target);
    const counted = this.counted.resizeAs(input);
    zipInto("HingeEmbeddingCriterion", "thresholdGradient", input, signs, counted, 0);
    const similar = counted.sum();
    const hinge = this.hingeOf(input);
    mapInto("HingeEmbeddingCriterion", "neg", signs, counted);
    zipInto("HingeEmbeddingCriterion", "thresholdGradient", hinge.cmax(0), counted, counted, 0);
    this.output = (similar + counted.sum()) * this.factor(input.nElement());
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Signs): Tensor {
    const signs = this.check(input, target);
    const hinge = this.hingeOf(input);
    // At least 0 for pairs that count: those with the target 1, and those within the margin.
    zipInto("HingeEmbeddingCriterion", "max", signs, hinge, hinge);
    const { gradInput } = this;
    keepWhereNotNegative(gradInput.resizeAs(input).copy(signs).mul(this.factor(input.nElement())), hinge, this.counted);
    return gradInput;
  }

  private check(input: Tensor, target: Signs): Tensor {
    checkFloats(this, "input", input);
    checkNotEmpty(this, input);
    return signsFor(this, target, input, this.signs);
  }

  /** margin − x */
  private hingeOf(input: Tensor): Tensor {
    mapInto("HingeEmbeddingCriterion", "scalarMinus", input, this.hinge.resizeAs(input), this.margin);
    return this.hinge;
  }
}
