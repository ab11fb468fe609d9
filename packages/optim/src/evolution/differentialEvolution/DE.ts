import type { Tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import { FunctionOptimizer } from "../../optimizer/FunctionOptimizer.ts";
import type { DeConfig, DeResult, DeState } from "./DeConfig.ts";
import { deMethod } from "./deMethod.ts";

/**
 * Differential evolution that holds its parameters and its population: {@link de} as a class. A step is a whole search, or as
 * many generations of it as `maxGenerations` says; a search that has made its evaluations stays there.
 *
 * @example
 * ```ts
 * import { DE } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([0, 0], { dtype: "float64" });
 * const settings = { maxFEs: 2000, scaleFactor: 0.7, crossoverRate: 0.9, maxGenerations: 10 };
 * const optimizer = new DE(x, settings);
 * const bowl = () => (x.get(0) - 3) ** 2 + (x.get(1) + 4) ** 2;
 * while (optimizer.step(bowl).evaluations > 0) {
 *   // Look at x, or save optimizer.state().
 * }
 * console.log(x.get(0).toFixed(3), x.get(1).toFixed(3)); // 3.000 -4.000
 * ```
 */
export class DE extends FunctionOptimizer<LossEvaluation, DeResult, DeConfig, DeState> {
  /**
   * @param parameters where the best point goes
   * @param config settings; look at {@link DeConfig} for the defaults
   * @throws ArgumentError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, config: DeConfig) {
    super(deMethod, parameters, config);
  }
}
