import type { Tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import { checkState } from "../../state/StateLayout.ts";
import type { DeConfig, DeResult, DeState } from "./DeConfig.ts";
import { deMethod } from "./deMethod.ts";

/**
 * Searches a minimum by differential evolution, without gradients: for a few parameters of which no more than a region is
 * known, and losses with many minima. Torch's `optim.de`.
 *
 * The first population is uniform in the region. In each generation every member has a child, whose coordinates are those of
 * the leader + F·(a − b), with two other members a and b drawn anew, or, each with probability 1 − CR, the member's own. The
 * child takes the member's place when its loss is no higher.
 *
 * A call is a whole search: `maxFEs` evaluations, after which x is the best of all points. Where x was before does not
 * matter, and is not evaluated. The candidates are put into x to be evaluated, so that a network whose flat parameters x are can
 * compute the loss. An infinite loss marks a candidate that is not allowed.
 *
 * With a state, a call goes on with the search that the state holds: after `maxGenerations`, or with more `maxFEs`. The state of
 * a `generator` that is given is not in it; save `generator.getState()` too.
 *
 * Source: R. Storn and K. Price, "Differential Evolution – A Simple and Efficient Heuristic for Global Optimization over
 * Continuous Spaces", 1997; DE/best/1/bin, with the peculiarities of Torch unless `asPublished` is set.
 *
 * @param evaluate gives the loss at the parameters
 * @param x the parameters: their number counts at first; then the best point
 * @param config settings; look at {@link DeConfig} for the defaults. `maxFEs`, `scaleFactor` and `crossoverRate` are required.
 * @param state what is remembered from call to call; a new search when left out or empty
 * @returns the parameters, their loss, the loss of each evaluation, and how many there were
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError or ShapeError for settings that make no sense, or a state of other parameters, before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or −∞; the best point so far is then in x, as after any error of the evaluation
 * @example
 * ```ts
 * import { de } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([0, 0], { dtype: "float64" });
 * const rosenbrock = () => 100 * (x.get(1) - x.get(0) ** 2) ** 2 + (1 - x.get(0)) ** 2;
 * de(rosenbrock, x, { maxFEs: 4000, scaleFactor: 0.7, crossoverRate: 0.9 });
 * console.log(x.get(0).toFixed(3), x.get(1).toFixed(3)); // 1.000 1.000
 * ```
 */
export function de(evaluate: LossEvaluation, x: Tensor, config: DeConfig, state: DeState = {}): DeResult {
  deMethod.check(config, x);
  checkState("de", state, deMethod.layout, x);
  return deMethod.run(evaluate, x, config, state);
}
