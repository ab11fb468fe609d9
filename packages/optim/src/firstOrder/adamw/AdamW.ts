import type { Tensor } from "@rushlight/tensor";
import type { AdamState } from "../adam/AdamConfig.ts";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AdamWConfig } from "./AdamWConfig.ts";
import { adamwMethod } from "./adamwMethod.ts";

/**
 * AdamW that holds its parameters and what it remembers: {@link adamw} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { AdamW } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new AdamW(x, { learningRate: 0.1 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class AdamW extends FirstOrderOptimizer<AdamWConfig, AdamState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AdamWConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AdamWConfig> = {}) {
    super(adamwMethod, parameters, options);
  }
}
