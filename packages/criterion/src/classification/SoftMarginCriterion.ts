import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";

/**
 * The logistic loss of two classes: Σ ln(1 + e^(−x·t)) / n over all n elements, in a numerically stable form; without
 * averaging the sum. Torch's `nn.SoftMarginCriterion`.
 *
 * The target has as many elements as the input, each 1 or −1, which correspond in row-major order. Gradient:
 * −t / (1 + e^(x·t)) / n.
 *
 * @example
 * ```ts
 * import { SoftMarginCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new SoftMarginCriterion();
 * const [scores, target] = [tensor([0, -1000]), tensor([1, 1])];
 * console.log(criterion.forward(scores, target).toFixed(4)); // 500.3466
 * console.log(criterion.backward(scores, target).toArray()); // [ -0.25, -0.5 ]
 * ```
 */
export class SoftMarginCriterion extends ElementwiseCriterion {
  private products = new Tensor([], { resident: true });

  protected override total(input: Tensor, target: Tensor): number {
    const products = this.products.resizeAs(input).copy(input).cmul(target);
    mapInto("SoftMarginCriterion", "logSigmoid", products, products);
    return 0 - products.sum();
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const products = this.products.resizeAs(input).copy(input).cmul(target);
    const { gradInput } = this;
    gradInput.copy(target).mul(-scale);
    zipInto("SoftMarginCriterion", "logSigmoidGradient", gradInput, products, gradInput);
  }
}
