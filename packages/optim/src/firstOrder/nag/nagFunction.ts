import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { NagConfig, NagState } from "./NagConfig.ts";
import { nagMethod } from "./nagMethod.ts";

const states = new StateByParameters<NagState>(nagMethod.begin);

/**
 * One step of Nesterov's accelerated gradient: the last step is made again in part, and the gradient is taken there. Torch's `optim.nag`.
 *
 * θ ← θ + momentum·v; with g the gradient there plus weightDecay·θ, and rate = learningRate / (1 + steps·learningRateDecay): v ←
 * momentum·v − rate·g; θ ← θ − rate·g. The loss is that of the point ahead. Sutskever and others, "On the importance of
 * initialization and momentum in deep learning", 2013.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link NagConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss at the point ahead
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { nag } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) nag((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.1 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function nag(
  evaluate: Evaluation,
  x: Tensor,
  config: NagConfig = {},
  state: NagState = states.of(x),
): StepResult {
  return firstOrderStep(nagMethod, evaluate, x, config, state);
}
