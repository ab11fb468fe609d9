import type { Tensor } from "@rushlight/tensor";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { AdadeltaConfig, AdadeltaState } from "./AdadeltaConfig.ts";
import { adadeltaMethod } from "./adadeltaMethod.ts";

/**
 * Adadelta that holds its parameters and what it remembers: {@link adadelta} as a class, with groups and clipping.
 *
 * @example
 * ```ts
 * import { Adadelta } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * const optimizer = new Adadelta(x, { eps: 1e-3 });
 * for (let step = 0; step < 100; step++) optimizer.step((x) => [x.dot(x) / 2, x.clone()]);
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export class Adadelta extends FirstOrderOptimizer<AdadeltaConfig, AdadeltaState> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link AdadeltaConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<AdadeltaConfig> = {}) {
    super(adadeltaMethod, parameters, options);
  }
}
