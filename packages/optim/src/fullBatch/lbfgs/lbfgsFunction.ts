import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { checkState } from "../../state/StateLayout.ts";
import type { SearchResult } from "../SearchResult.ts";
import type { LbfgsConfig, LbfgsState } from "./LbfgsConfig.ts";
import { lbfgsMethod } from "./lbfgsMethod.ts";

const states = new StateByParameters<LbfgsState>(lbfgsMethod.begin);

/**
 * Minimises by L-BFGS, the quasi-Newton method of limited memory. Torch's `optim.lbfgs`, after Nocedal and minFunc.
 *
 * The direction is −H·g, with an inverse Hessian H that follows from the last `nCorrection` steps s and how the
 * gradient changed in each of them, y, as far as y·s > 1e-10; the recursion of two loops begins with (y·s / y·y) times
 * the identity. The step length is `learningRate`, or what a line search finds. The very first step goes along −g and
 * is min(1, 1/Σ|g|) times as long.
 *
 * What is remembered lasts from call to call, so that calls with `maxIter: 1`, one for each batch, learn the curvature
 * as they go. Without a line search the last iteration of a call does not evaluate where it arrives: the next call
 * does.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient may be the same buffer each time
 * @param x the parameters, changed in place
 * @param config settings; look at {@link LbfgsConfig} for the defaults
 * @param state what is remembered from call to call; kept with the memory of `x` when left out. Pass an object of your
 *   own to save it, or a fresh `{}` to begin anew.
 * @returns the parameters, the loss before the call and after each iteration that evaluated, and how often the function
 *   was evaluated
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError, ShapeError or DTypeError for settings that make no sense, or a state of other parameters,
 *   before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or infinite; the parameters are where the last complete iteration
 *   of the call led them then, and after any other error, and the next call goes on from there
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that is not finite or does not match the parameters
 * @example
 * ```ts
 * import { lbfgs, lswolfe } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([-1.2, 1], { dtype: "float64" });
 * const rosenbrock = () => {
 *   const [a, b] = [x.get(0), x.get(1)];
 *   const gradient = tensor([-400 * a * (b - a * a) - 2 * (1 - a), 200 * (b - a * a)], { dtype: "float64" });
 *   return [100 * (b - a * a) ** 2 + (1 - a) ** 2, gradient] as const;
 * };
 * const { losses } = lbfgs(rosenbrock, x, { maxIter: 100, lineSearch: lswolfe });
 * console.log(losses[0].toFixed(1), losses[losses.length - 1] < 1e-9); // 24.2 true
 * console.log(x.get(0).toFixed(4), x.get(1).toFixed(4)); // 1.0000 1.0000
 * ```
 */
export function lbfgs(
  evaluate: Evaluation,
  x: Tensor,
  config: LbfgsConfig = {},
  state: LbfgsState = states.of(x),
): SearchResult {
  lbfgsMethod.check(config, x);
  checkState(lbfgsMethod.name, state, lbfgsMethod.layout, x);
  return lbfgsMethod.run(evaluate, x, config, state);
}
