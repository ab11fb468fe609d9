import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { RmspropConfig, RmspropState } from "./RmspropConfig.ts";
import { rmspropMethod } from "./rmspropMethod.ts";

const states = new StateByParameters<RmspropState>(rmspropMethod.begin);

/**
 * One step of RMSprop: the gradient over the root of the mean of past squares. Torch's `optim.rmsprop`.
 *
 * With g the gradient plus weightDecay·θ: m ← α·m + (1 − α)·g²; θ ← θ − learningRate·g / (√m + ε). Tieleman and Hinton,
 * "Lecture 6.5: RMSprop", 2012.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link RmspropConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { rmsprop } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) rmsprop((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.05 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function rmsprop(
  evaluate: Evaluation,
  x: Tensor,
  config: RmspropConfig = {},
  state: RmspropState = states.of(x),
): StepResult {
  return firstOrderStep(rmspropMethod, evaluate, x, config, state);
}
