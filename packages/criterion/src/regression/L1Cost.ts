import type { LossWeights } from "@rushlight/module";
import { mapInto, type Tensor } from "@rushlight/tensor";
import { checkFloats, checkNotEmpty } from "../base/checks.ts";
import { TargetlessCriterion } from "../base/TargetlessCriterion.ts";

/**
 * The sum of magnitudes, Σ |x|, a penalty that makes an input sparse. It has no target and never averages. Torch's
 * `nn.L1Cost`.
 *
 * Shapes: any input. Gradient: sign(x), 0 at 0.
 *
 * @example
 * ```ts
 * import { L1Cost } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new L1Cost();
 * console.log(criterion.forward(tensor([-1, 0, 2]))); // 3
 * console.log(criterion.backward(tensor([-1, 0, 2])).toArray()); // [ -1, 0, 1 ]
 * ```
 */
export class L1Cost extends TargetlessCriterion<Tensor> {
  override updateOutput(input: Tensor): number {
    this.check(input);
    this.output = input.norm(1);
    return this.output;
  }

  override updateGradInput(input: Tensor): Tensor {
    this.check(input);
    mapInto("L1Cost", "sign", input, this.gradInput.resizeAs(input));
    return this.gradInput;
  }

  override lossWeights(): LossWeights {
    return [undefined];
  }

  private check(input: Tensor): void {
    checkFloats(this, "input", input);
    checkNotEmpty(this, input);
  }
}
