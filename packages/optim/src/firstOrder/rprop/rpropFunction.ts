import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { RpropConfig, RpropState } from "./RpropConfig.ts";
import { repeated } from "./repeated.ts";
import { rpropMethod } from "./rpropMethod.ts";

const states = new StateByParameters<RpropState>(rpropMethod.begin);

/**
 * `niter` steps of resilient backpropagation, which takes only the signs of gradients. For whole training sets: signs of single batches are noise. Torch's `optim.rprop`.
 *
 * Every parameter has a step length s: where its gradient has the sign that it had before, s ← etaplus·s; where it has the other,
 * s ← etaminus·s and no step is made; s stays from stepsizemin to stepsizemax; θ ← θ − sign(g)·s. Riedmiller and Braun, "A direct
 * adaptive method for faster backpropagation learning", 1993. When an evaluation fails, the steps before it stay.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link RpropConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before each step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { rprop } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 20; step++) rprop((x) => [x.dot(x) / 2, x.clone()], x, { niter: 5 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function rprop(
  evaluate: Evaluation,
  x: Tensor,
  config: RpropConfig = {},
  state: RpropState = states.of(x),
): StepResult {
  return repeated(config, () => firstOrderStep(rpropMethod, evaluate, x, config, state));
}
