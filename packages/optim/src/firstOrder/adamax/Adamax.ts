import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AdamaxConfig, AdamaxState } from "./AdamaxConfig.ts";
import { adamaxMethod } from "./adamaxMethod.ts";

/**
 * Adamax that holds its parameters and what it remembers: {@link adamax} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { Adamax } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new Adamax(x, { learningRate: 0.1 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class Adamax extends FirstOrderOptimizer<AdamaxConfig, AdamaxState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AdamaxConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AdamaxConfig> = {}) {
    super(adamaxMethod, parameters, options);
  }
}
