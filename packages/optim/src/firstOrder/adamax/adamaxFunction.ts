import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AdamaxConfig, AdamaxState } from "./AdamaxConfig.ts";
import { adamaxMethod } from "./adamaxMethod.ts";

const states = new StateByParameters<AdamaxState>(adamaxMethod.begin);

/**
 * One step of Adamax: Adam with the largest magnitude of past gradients in place of their mean square. Torch's `optim.adamax`.
 *
 * With g the gradient plus weightDecay·θ and t the number of the step, from 1: m ← β₁·m + (1 − β₁)·g;
 * u ← max(β₂·u, |g| + ε); θ ← θ − learningRate / (1 − β₁ᵗ)·m / u. Kingma and Ba, "Adam: a method for stochastic
 * optimization", 2015, section 7.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AdamaxConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { adamax } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) adamax((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.1 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function adamax(
  evaluate: Evaluation,
  x: Tensor,
  config: AdamaxConfig = {},
  state: AdamaxState = states.of(x),
): StepResult {
  return firstOrderStep(adamaxMethod, evaluate, x, config, state);
}
