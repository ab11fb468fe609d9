import { Tensor, zipInto } from "@rushlight/tensor";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";
import { subtract } from "../base/subtract.ts";

/**
 * The mean absolute error: Σ |x − t| / n over all n elements; without averaging the sum. Torch's `nn.AbsCriterion`.
 *
 * The target has as many elements as the input, which correspond in row-major order. Gradient: 1 / n where x ≥ t, else
 * −1 / n.
 *
 * @example
 * ```ts
 * import { AbsCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new AbsCriterion();
 * console.log(criterion.forward(tensor([1, 2]), tensor([0, 5]))); // 2
 * console.log(criterion.backward(tensor([1, 2]), tensor([0, 5])).toArray()); // [ 0.5, -0.5 ]
 * ```
 */
export class AbsCriterion extends ElementwiseCriterion {
  private difference = new Tensor([], { resident: true });

  protected override total(input: Tensor, target: Tensor): number {
    return subtract(this.difference, input, target).norm(1);
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const difference = subtract(this.difference, input, target);
    const { gradInput } = this;
    zipInto("AbsCriterion", "absGradient", gradInput.fill(scale), difference, gradInput);
  }
}
