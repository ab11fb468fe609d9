import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { RmspropConfig, RmspropState } from "./RmspropConfig.ts";
import { rmspropMethod } from "./rmspropMethod.ts";

/**
 * RMSprop that holds its parameters and what it remembers: {@link rmsprop} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { RMSprop } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new RMSprop(x, { learningRate: 0.05 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class RMSprop extends FirstOrderOptimizer<RmspropConfig, RmspropState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link RmspropConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<RmspropConfig> = {}) {
    super(rmspropMethod, parameters, options);
  }
}
