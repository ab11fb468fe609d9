import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { checkState } from "../../state/StateLayout.ts";
import type { SearchResult } from "../SearchResult.ts";
import type { CgConfig, CgState } from "./CgConfig.ts";
import { cgMethod } from "./cgMethod.ts";

const states = new StateByParameters<CgState>(cgMethod.begin);

/**
 * Minimises by nonlinear conjugate gradients, with line searches for the conditions of Wolfe and Powell. Torch's
 * `optim.cg`, after `minimize` by Carl Edward Rasmussen.
 *
 * The first direction is s = −g. After a line search that took the gradient from g₁ to g₂ it becomes s ← β·s − g₂ with
 * β = (g₂·g₂ − g₁·g₂) / (g₁·g₁) (Polak and Ribière), or −g₂ should that lead up. Each call searches anew from s = −g,
 * so that the loss has to be that of all samples, or of the same batch throughout a call.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient may be the same buffer each time
 * @param x the parameters, changed in place
 * @param config settings; look at {@link CgConfig} for the defaults
 * @param state what is remembered from call to call; kept with the memory of `x` when left out
 * @returns the parameters, the losses of the accepted points, the first of them that before the call, and how often the
 *   function was evaluated
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError, ShapeError or DTypeError for settings that make no sense, or a state of other parameters,
 *   before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or infinite; the parameters are at the last accepted point then,
 *   and after any other error
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that is not finite or does not match the parameters
 * @example
 * ```ts
 * import { cg } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([-1.2, 1], { dtype: "float64" });
 * const rosenbrock = () => {
 *   const [a, b] = [x.get(0), x.get(1)];
 *   const gradient = tensor([-400 * a * (b - a * a) - 2 * (1 - a), 200 * (b - a * a)], { dtype: "float64" });
 *   return [100 * (b - a * a) ** 2 + (1 - a) ** 2, gradient] as const;
 * };
 * const { losses, evaluations } = cg(rosenbrock, x, { maxEval: 200 });
 * console.log(losses[0].toFixed(1), losses[losses.length - 1] < 1e-12); // 24.2 true
 * console.log(evaluations <= 200); // true
 * ```
 */
export function cg(
  evaluate: Evaluation,
  x: Tensor,
  config: CgConfig = {},
  state: CgState = states.of(x),
): SearchResult {
  cgMethod.check(config, x);
  checkState(cgMethod.name, state, cgMethod.layout, x);
  return cgMethod.run(evaluate, x, config, state);
}
