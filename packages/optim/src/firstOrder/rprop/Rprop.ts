import { ArgumentError, type Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { RpropConfig, RpropState } from "./RpropConfig.ts";
import { repeated } from "./repeated.ts";
import { rpropMethod } from "./rpropMethod.ts";

/**
 * Resilient backpropagation that holds its parameters and what it remembers: {@link rprop} as a class, with groups and
 * clipping. `niter` counts for all groups.
 *
 * @example
 * ```ts
 * import { Rprop } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new Rprop(x, { niter: 100 });
 * const { losses } = optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(losses.length, x.norm() < 0.1); // 100 true
 * ```
 */
export class Rprop extends FirstOrderOptimizer<RpropConfig, RpropState> {
  private readonly repeats: Pick<RpropConfig, "niter">;

  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link RpropConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<RpropConfig, "niter"> = {}) {
    super(rpropMethod, parameters, options);
    const group = (options.groups ?? []).findIndex((group) => "niter" in group);
    if (group !== -1)
      throw new ArgumentError(`rprop, group ${group}: expected niter for all parameters, got it in a group`);
    this.repeats = { niter: options.niter ?? 1 };
  }

  override step(evaluate: Evaluation): StepResult {
    return repeated(this.repeats, () => super.step(evaluate));
  }
}
