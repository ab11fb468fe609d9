import { formatSize, mapInto, ShapeError, Tensor, zipInto } from "@rushlight/tensor";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";

/**
 * The Kullback-Leibler divergence of a distribution from the target's. Loss: Σ t·(ln t − x) / n over all n elements, those
 * with t ≤ 0 counting 0; without averaging the sum. Torch's `nn.DistKLDivCriterion`.
 *
 * Shapes: any input of log-probabilities, as LogSoftMax gives them, with a target of probabilities of the same size. The
 * mean is over elements, not over samples. Gradient: −t / n where t > 0, else 0.
 *
 * @example
 * ```ts
 * import { DistKLDivCriterion } from "@rushlight/criterion";
 * import { log, tensor } from "@rushlight/tensor";
 *
 * const criterion = new DistKLDivCriterion({ sizeAverage: false });
 * const [logProbabilities, target] = [log(tensor([0.5, 0.5])), tensor([1, 0])];
 * console.log(criterion.forward(logProbabilities, target).toFixed(4)); // 0.6931
 * console.log(criterion.backward(logProbabilities, target).toArray()); // [ -1, 0 ]
 * ```
 */
export class DistKLDivCriterion extends ElementwiseCriterion {
  private logarithms = new Tensor([], { resident: true });
  private counted = new Tensor([], { resident: true });

  protected override check(input: Tensor, target: Tensor): void {
    if (target.isSameSizeAs(input)) return;
    throw new ShapeError(
      `DistKLDivCriterion: expected a target of the input's size ${formatSize(input.size())}, got ${formatSize(target.size())}`,
    );
  }

  protected override total(input: Tensor, target: Tensor): number {
    const logarithms = this.logarithms.resizeAs(input);
    mapInto("DistKLDivCriterion", "threshold", target, logarithms, 0, 1);
    const counted = this.counted.resizeAs(input);
    // Elements that count nothing, or else 0·(−∞) would be among the products.
    zipInto("DistKLDivCriterion", "thresholdGradient", input, target, counted, 0);
    return logarithms.log().add(-1, counted).dot(target);
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const counted = this.counted.resizeAs(input);
    mapInto("DistKLDivCriterion", "threshold", target, counted, 0, 0);
    this.gradInput.zero().add(-scale, counted);
  }
}
