import type { Tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import { checkState } from "../../state/StateLayout.ts";
import type { CmaesConfig, CmaesResult, CmaesState } from "./CmaesConfig.ts";
import { cmaesMethod } from "./cmaesMethod.ts";

/**
 * Searches a minimum by the evolution of a normal distribution (CMA-ES), without gradients: for tens to some hundreds of
 * parameters, and losses that are noisy, have many minima or no gradient. Torch's `optim.cmaes`.
 *
 * Each generation draws λ candidates θ + σ·𝒩(0, C), moves θ to a weighted mean of the better half, and adapts σ and C to the
 * steps that were good. It takes O(λ·N²) beside the evaluations, sometimes O(N³), and memory for some matrices of N² numbers.
 *
 * A call is a whole search: it evaluates x and then candidates until one of the rules for the end holds, and leaves the best
 * point in x. The candidates are put into x to be evaluated, so that a network whose flat parameters x are can compute the loss.
 * An infinite loss marks a candidate that is not allowed.
 *
 * With a state, a call goes on with the search that the state holds: after `maxGenerations`, or with other rules for the end.
 * The state of the generator is not in it; save `generator.getState()` too.
 *
 * Source: N. Hansen, "The CMA Evolution Strategy: A Tutorial".
 *
 * @param evaluate gives the loss at the parameters
 * @param x the parameters: where to begin, then the best point
 * @param config settings; look at {@link CmaesConfig} for the defaults. `sigma` is required.
 * @param state what is remembered from call to call; a new search when left out or empty
 * @returns the parameters, the losses, how many evaluations there were, and why it ended
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError or ShapeError for settings that make no sense, or a state of other parameters, before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or −∞; the best point so far is then in x, as after any error of the evaluation
 * @example
 * ```ts
 * import { cmaes } from "@rushlight/optim";
 * import { Generator, tensor } from "@rushlight/tensor";
 *
 * const x = tensor([-1.2, 1], { dtype: "float64" });
 * const rosenbrock = () => 100 * (x.get(1) - x.get(0) ** 2) ** 2 + (1 - x.get(0)) ** 2;
 * const { stop } = cmaes(rosenbrock, x, { sigma: 0.5, ftarget: 1e-10, generator: new Generator(1) });
 * console.log(stop, x.get(0).toFixed(3), x.get(1).toFixed(3)); // ftarget 1.000 1.000
 * ```
 */
export function cmaes(evaluate: LossEvaluation, x: Tensor, config: CmaesConfig, state: CmaesState = {}): CmaesResult {
  cmaesMethod.check(config, x);
  checkState("cmaes", state, cmaesMethod.layout, x);
  return cmaesMethod.run(evaluate, x, config, state);
}
