import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { FunctionOptimizer } from "../../optimizer/FunctionOptimizer.ts";
import type { SearchResult } from "../SearchResult.ts";
import type { CgConfig, CgState } from "./CgConfig.ts";
import { cgMethod } from "./cgMethod.ts";

/**
 * Nonlinear conjugate gradients that hold their parameters and settings: {@link cg} as a class.
 *
 * @example
 * ```ts
 * import { CG } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([5, -3]);
 * const optimizer = new CG(x, { maxEval: 60 });
 * const { losses } = optimizer.step((x) => [0.5 * x.dot(x), x]);
 * console.log(losses[0], losses[losses.length - 1] < 1e-6); // 17 true
 * ```
 */
export class CG extends FunctionOptimizer<Evaluation, SearchResult, CgConfig, CgState> {
  /**
   * @param parameters what {@link step} changes in place
   * @param config settings; look at {@link CgConfig} for the defaults
   * @throws ArgumentError or DTypeError for parameters or settings that make no sense
   */
  constructor(parameters: Tensor, config: CgConfig = {}) {
    super(cgMethod, parameters, config);
  }
}
