import type { Tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import { FunctionOptimizer } from "../../optimizer/FunctionOptimizer.ts";
import type { CmaesConfig, CmaesResult, CmaesState } from "./CmaesConfig.ts";
import { cmaesMethod } from "./cmaesMethod.ts";

/**
 * CMA-ES that holds its parameters and its distribution: {@link cmaes} as a class. A step is a whole search, or as many
 * generations of it as `maxGenerations` says; a search that has come to its end stays there.
 *
 * To go on from {@link state} to the last bit, the generator has to be where it was: save its `getState()` as well.
 *
 * @example
 * ```ts
 * import { CMAES } from "@rushlight/optim";
 * import { Generator, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2], { dtype: "float64" });
 * const optimizer = new CMAES(x, { sigma: 1, maxGenerations: 20, generator: new Generator(1) });
 * while (optimizer.step((x) => x.dot(x)).stop === "maxGenerations") {
 *   // Look at x, or save optimizer.state().
 * }
 * console.log(x.dot(x) < 1e-12); // true
 * ```
 */
export class CMAES extends FunctionOptimizer<LossEvaluation, CmaesResult, CmaesConfig, CmaesState> {
  /**
   * @param parameters where to begin; {@link step} leaves the best point in them
   * @param config settings; look at {@link CmaesConfig} for the defaults
   * @throws ArgumentError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, config: CmaesConfig) {
    super(cmaesMethod, parameters, config);
  }
}
