import type { Tensor } from "@rushlight/tensor";
import type { Gradient } from "../../gradients/Gradient.ts";
import { FirstOrderOptimizer } from "../FirstOrderOptimizer.ts";
import type { FirstOrderOptions } from "../FirstOrderOptions.ts";
import type { SgdConfig, SgdState } from "./SgdConfig.ts";
import { sgdMethod } from "./sgdMethod.ts";

/**
 * Stochastic gradient descent that holds its parameters and what it remembers: {@link sgd} as a class, with groups and
 * clipping.
 *
 * @example
 * ```ts
 * import { SGD } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([5]);
 * const optimizer = new SGD(x, { learningRate: 0.1, momentum: 0.9, clipNorm: 1 });
 * for (let step = 0; step < 200; step++) optimizer.step((x) => [x.get(0) ** 2, x.clone().mul(2)]);
 * console.log(x.get(0) < 1e-3); // true
 * ```
 */
export class SGD extends FirstOrderOptimizer<SgdConfig, SgdState, Gradient> {
  /**
   * @param parameters θ, which {@link step} changes in place
   * @param options settings; look at {@link SgdConfig} for the defaults
   * @throws ArgumentError, ShapeError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, options: FirstOrderOptions<SgdConfig> = {}) {
    super(sgdMethod, parameters, options);
  }
}
