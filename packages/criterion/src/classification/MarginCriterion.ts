import { mapInto, Tensor, zipInto } from "@rushlight/tensor";
import type { SizeAverageOptions } from "../base/AveragingCriterion.ts";
import { checkMargin } from "../base/checks.ts";
import { ElementwiseCriterion } from "../base/ElementwiseCriterion.ts";

/**
 * The hinge loss of two classes: Σ max(0, margin − x·t) / n over all n elements; without averaging the sum. Torch's
 * `nn.MarginCriterion`.
 *
 * The target has as many elements as the input, each 1 or −1, which correspond in row-major order. Gradient: −t / n where
 * x·t < margin, else 0.
 *
 * @example
 * ```ts
 * import { MarginCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new MarginCriterion();
 * const [scores, target] = [tensor([0.5, 3]), tensor([-1, 1])];
 * console.log(criterion.forward(scores, target)); // 0.75
 * console.log(criterion.backward(scores, target).toArray()); // [ 0.5, 0 ]
 * ```
 */
export class MarginCriterion extends ElementwiseCriterion {
  readonly margin: number;
  private shortfall = new Tensor([], { resident: true });

  /**
   * @param margin 1 when left out
   * @throws ArgumentError for a margin that is no finite number, and for options that do not exist
   */
  constructor(margin = 1, options: SizeAverageOptions = {}) {
    super(options);
    this.margin = checkMargin(this, margin);
  }

  protected override total(input: Tensor, target: Tensor): number {
    const shortfall = this.shortfallOf(input, target);
    mapInto("MarginCriterion", "threshold", shortfall, shortfall, 0, 0);
    return shortfall.sum();
  }

  protected override differentiate(input: Tensor, target: Tensor, scale: number): void {
    const { gradInput } = this;
    gradInput.copy(target).mul(-scale);
    zipInto("MarginCriterion", "thresholdGradient", gradInput, this.shortfallOf(input, target), gradInput, 0);
  }

  /** margin − x·t */
  private shortfallOf(input: Tensor, target: Tensor): Tensor {
    const shortfall = this.shortfall.resizeAs(input).copy(input).cmul(target);
    mapInto("MarginCriterion", "scalarMinus", shortfall, shortfall, this.margin);
    return shortfall;
  }
}
