import { Tensor } from "@rushlight/tensor";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";
import { subtract } from "../base/subtract.ts";

/**
 * Squared errors while they are small, absolute ones from there on. Loss: Σ f(x − t) / n over all n elements, with
 * f(d) = d² / 2 where |d| < 1 and |d| − ½ elsewhere; without averaging the sum. Torch's `nn.SmoothL1Criterion`; Huber's
 * loss, as in Girshick, "Fast R-CNN" (2015).
 *
 * The target has as many elements as the input, which correspond in row-major order. Gradient: x − t limited to [−1, 1],
 * over n.
 *
 * @example
 * ```ts
 * import { SmoothL1Criterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new SmoothL1Criterion();
 * console.log(criterion.forward(tensor([0.5, 3]), tensor([0, 0]))); // 1.3125
 * console.log(criterion.backward(tensor([0.5, 3]), tensor([0, 0])).toArray()); // [ 0.25, 0.5 ]
 * ```
 */
export class SmoothL1Criterion extends ElementwiseCriterion {
  private difference = new Tensor([], { resident: true });
  private limited = new Tensor([], { resident: true });

  protected override total(input: Tensor, target: Tensor): number {
    const difference = subtract(this.difference, input, target);
    const limited = this.limited.resizeAs(input).copy(difference).clamp(-1, 1);
    // With c = d limited to [−1, 1], c·d − c²/2 is both branches.
    return limited.dot(difference) - limited.dot(limited) / 2;
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    subtract(this.gradInput, input, target).clamp(-1, 1).mul(scale);
  }
}
