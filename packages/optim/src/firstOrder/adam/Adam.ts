import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AdamConfig, AdamState } from "./AdamConfig.ts";
import { adamMethod } from "./adamMethod.ts";

/**
 * Adam that holds its parameters and what it remembers: {@link adam} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { Adam } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new Adam(x, { learningRate: 0.1, clipNorm: 1 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class Adam extends FirstOrderOptimizer<AdamConfig, AdamState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AdamConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AdamConfig> = {}) {
    super(adamMethod, parameters, options);
  }
}
