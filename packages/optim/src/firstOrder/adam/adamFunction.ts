import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AdamConfig, AdamState } from "./AdamConfig.ts";
import { adamMethod } from "./adamMethod.ts";

const states = new StateByParameters<AdamState>(adamMethod.begin);

/**
 * One step of Adam: a step by the mean of past gradients, over the root of the mean of their squares. Torch's `optim.adam`.
 *
 * With g the gradient plus weightDecay·θ and t the number of the step, from 1: m ← β₁·m + (1 − β₁)·g;
 * v ← β₂·v + (1 − β₂)·g²; θ ← θ − rate·√(1 − β₂ᵗ) / (1 − β₁ᵗ)·m / (√v + ε), with rate = learningRate / (1 + (t −
 * 1)·learningRateDecay). As in Torch, ε is added before the correction: PyTorch's step t is one with ε·√(1 − β₂ᵗ) here.
 * Kingma and Ba, "Adam: a method for stochastic optimization", 2015.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AdamConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { adam } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) adam((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.1 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function adam(
  evaluate: Evaluation,
  x: Tensor,
  config: AdamConfig = {},
  state: AdamState = states.of(x),
): StepResult {
  return firstOrderStep(adamMethod, evaluate, x, config, state);
}
