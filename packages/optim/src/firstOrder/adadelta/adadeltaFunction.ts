import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AdadeltaConfig, AdadeltaState } from "./AdadeltaConfig.ts";
import { adadeltaMethod } from "./adadeltaMethod.ts";

const states = new StateByParameters<AdadeltaState>(adadeltaMethod.begin);

/**
 * One step of Adadelta: a step as long as past steps were, over how large past gradients were, without a learning rate. Torch's `optim.adadelta`.
 *
 * With g the gradient plus weightDecay·θ: V ← ρ·V + (1 − ρ)·g²; Δ = √(A + eps) / √(V + eps)·g; θ ← θ − Δ;
 * A ← ρ·A + (1 − ρ)·Δ². Zeiler, "ADADELTA: an adaptive learning rate method", 2012.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AdadeltaConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { adadelta } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) adadelta((x) => [x.dot(x) / 2, x.clone()], x, { eps: 1e-3 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function adadelta(
  evaluate: Evaluation,
  x: Tensor,
  config: AdadeltaConfig = {},
  state: AdadeltaState = states.of(x),
): StepResult {
  return firstOrderStep(adadeltaMethod, evaluate, x, config, state);
}
