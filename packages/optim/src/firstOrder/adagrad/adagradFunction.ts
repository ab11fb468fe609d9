import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AdagradConfig, AdagradState } from "./AdagradConfig.ts";
import { adagradMethod } from "./adagradMethod.ts";

const states = new StateByParameters<AdagradState>(adagradMethod.begin);

/**
 * One step of Adagrad: the gradient over the root of the sum of all past squares. Torch's `optim.adagrad`.
 *
 * With g the gradient plus weightDecay·θ: V ← V + g²; θ ← θ − learningRate / (1 + steps·learningRateDecay)·g / (√V + 1e-10). Duchi,
 * Hazan and Singer, "Adaptive subgradient methods for online learning and stochastic optimization", 2011.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AdagradConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { adagrad } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) adagrad((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.5 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function adagrad(
  evaluate: Evaluation,
  x: Tensor,
  config: AdagradConfig = {},
  state: AdagradState = states.of(x),
): StepResult {
  return firstOrderStep(adagradMethod, evaluate, x, config, state);
}
