import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import type { Gradient } from "../../gradients/Gradient.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { SgdConfig, SgdState } from "./SgdConfig.ts";
import { sgdMethod } from "./sgdMethod.ts";

const states = new StateByParameters<SgdState>(sgdMethod.begin);

/**
 * One step of stochastic gradient descent, with momentum, Nesterov's look-ahead, weight decay, a falling rate, and
 * rates or decays for each parameter. Torch's `optim.sgd`.
 *
 * With g the gradient plus weightDecay·θ, the direction is v ← momentum·v + (1 − dampening)·g (at the first step v ← g),
 * looking ahead g + momentum·v, without momentum g; then θ ← θ − learningRate / (1 + steps·learningRateDecay)·direction.
 * Neither the gradient nor the settings are changed.
 *
 * A gradient may be of rows alone, as `LookupTable.rowGradient()` gives: then only those rows are read and written. That needs
 * settings that leave the other rows where they are: no momentum, no decay, no `learningRates`.
 *
 * @param evaluate gives the loss and the gradient at the parameters
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link SgdConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out. Pass an object
 * of your own to save it, or a fresh `{}` to begin anew.
 * @returns the parameters, and the loss before the step
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError, ShapeError or DTypeError for settings that make no sense, or a state of other parameters, before anything is evaluated
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that does not match the parameters, before they are changed
 * @example
 * ```ts
 * import { sgd } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([5]);
 * for (let step = 0; step < 200; step++) {
 *   sgd((x) => [x.get(0) ** 2, x.clone().mul(2)], x, { learningRate: 0.1, momentum: 0.9 });
 * }
 * console.log(x.get(0) < 1e-3); // true
 * ```
 */
export function sgd(
  evaluate: Evaluation<Gradient>,
  x: Tensor,
  config: SgdConfig = {},
  state: SgdState = states.of(x),
): StepResult {
  return firstOrderStep(sgdMethod, evaluate, x, config, state);
}
