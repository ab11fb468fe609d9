import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { NagConfig, NagState } from "./NagConfig.ts";
import { nagMethod } from "./nagMethod.ts";

/**
 * Nesterov's accelerated gradient that holds its parameters and what it remembers: {@link nag} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { NAG } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new NAG(x, { learningRate: 0.1 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class NAG extends FirstOrderOptimizer<NagConfig, NagState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link NagConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<NagConfig> = {}) {
    super(nagMethod, parameters, options);
  }
}
