import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AdagradConfig, AdagradState } from "./AdagradConfig.ts";
import { adagradMethod } from "./adagradMethod.ts";

/**
 * Adagrad that holds its parameters and what it remembers: {@link adagrad} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { Adagrad } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new Adagrad(x, { learningRate: 0.5 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class Adagrad extends FirstOrderOptimizer<AdagradConfig, AdagradState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AdagradConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AdagradConfig> = {}) {
    super(adagradMethod, parameters, options);
  }
}
