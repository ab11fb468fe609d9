import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { FunctionOptimizer } from "../../optimizer/FunctionOptimizer.ts";
import type { SearchResult } from "../SearchResult.ts";
import type { LbfgsConfig, LbfgsState } from "./LbfgsConfig.ts";
import { lbfgsMethod } from "./lbfgsMethod.ts";

/**
 * L-BFGS that holds its parameters, its settings and what it remembers: {@link lbfgs} as a class.
 *
 * @example
 * ```ts
 * import { LBFGS, lswolfe } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([5, -3]);
 * const optimizer = new LBFGS(x, { lineSearch: lswolfe });
 * const { losses, evaluations } = optimizer.step((x) => [0.5 * x.dot(x), x]);
 * console.log(losses[0], losses[losses.length - 1] < 1e-6, evaluations < 10); // 17 true true
 * ```
 */
export class LBFGS extends FunctionOptimizer<Evaluation, SearchResult, LbfgsConfig, LbfgsState> {
  /**
   * @param parameters what {@link step} changes in place
   * @param config settings; look at {@link LbfgsConfig} for the defaults
   * @throws ArgumentError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, config: LbfgsConfig = {}) {
    super(lbfgsMethod, parameters, config);
  }
}
