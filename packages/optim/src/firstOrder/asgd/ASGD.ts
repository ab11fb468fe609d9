import { cat, type Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AsgdConfig, AsgdState } from "./AsgdConfig.ts";
import { asgdMethod } from "./asgdMethod.ts";

/**
 * Averaged stochastic gradient descent that holds its parameters and what it remembers: {@link asgd} as a class, with groups
 * and clipping.
 *
 * @example
 * ```ts
 * import { ASGD } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([4]);
 * const optimizer = new ASGD(x, { eta0: 0.5, t0: 0 });
 * for (let step = 0; step < 10; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.get(0) < optimizer.average().get(0)); // true
 * ```
 */
export class ASGD extends FirstOrderOptimizer<AsgdConfig, AsgdState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AsgdConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AsgdConfig> = {}) {
    super(asgdMethod, parameters, options);
  }

  /** A copy of the average of the parameters so far; of the parameters before the first step. */
  average(): Tensor {
    const averages = this.parts.map(({ x, memory }) => memory.ax ?? x);
    return averages.length === 1 ? averages[0].clone() : cat(averages, 0);
  }
}
