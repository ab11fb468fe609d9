import { Tensor } from "@rushlight/tensor";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";
import { subtract } from "../base/subtract.ts";

/**
 * The mean squared error: Σ (x − t)² / n over all n elements; without averaging the sum. Torch's `nn.MSECriterion`.
 *
 * The target has as many elements as the input, which correspond in row-major order. Gradient: 2·(x − t) / n.
 *
 * @example
 * ```ts
 * import { MSECriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MSECriterion();
 * console.log(criterion.forward(tensor([1, 2]), tensor([1, 4]))); // 2
 * console.log(criterion.backward(tensor([1, 2]), tensor([1, 4])).toArray()); // [ 0, -2 ]
 * ```
 */
export class MSECriterion extends ElementwiseCriterion {
  private difference = new Tensor([], { resident: true });

  protected override total(input: Tensor, target: Tensor): number {
    const difference = subtract(this.difference, input, target);
    return difference.dot(difference);
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    subtract(this.gradInput, input, target).mul(2 * scale);
  }
}
