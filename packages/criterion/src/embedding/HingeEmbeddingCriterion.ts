import { Tensor } from "@rushlight/tensor";
import { AveragingCriterion, type SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkFloats, checkMargin, checkNotEmpty } from "../base/checks.ts";
import { dense } from "../base/dense.ts";
import { type Signs, signsOf } from "../base/signs.ts";

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
  private denseInput = new Tensor([], { resident: true });
  private denseTarget = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 1, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  override updateOutput(input: Tensor, target: Signs): number {
    checkFloats(this, "input", input);
    checkNotEmpty(this, input);
    const distances = dense(input, this.denseInput);
    const { elements, offset, stride } = signsOf(this, target, input.nElement(), this.denseTarget);
    const { data } = distances.storage();
    const start = distances.storageOffset();
    const count = input.nElement();
    let loss = 0;
    for (let i = 0; i < count; i++) {
      const distance = data[start + i];
      loss += elements[offset + i * stride] === 1 ? distance : Math.max(0, this.margin - distance);
    }
    this.output = loss * this.factor(count);
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Signs): Tensor {
    checkFloats(this, "input", input);
    checkNotEmpty(this, input);
    const signs = signsOf(this, target, input.nElement(), this.denseTarget);
    const gradInput = this.gradInput.resizeAs(input).copy(input);
    const { elements, offset, stride } = signs;
    const { data } = gradInput.storage();
    const start = gradInput.storageOffset();
    const count = input.nElement();
    const scale = this.factor(count);
    for (let i = 0; i < count; i++) {
      const sign = elements[offset + i * stride];
      data[start + i] = sign === -1 && data[start + i] > this.margin ? 0 : sign * scale;
    }
    return gradInput;
  }
}
