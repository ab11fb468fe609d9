import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import type { AdamState } from "../adam/AdamConfig.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AdamWConfig } from "./AdamWConfig.ts";
import { adamwMethod } from "./adamwMethod.ts";

const states = new StateByParameters<AdamState>(adamwMethod.begin);

/**
 * One step of AdamW: Adam, with weight decay that does not pass through its averages.
 *
 * θ ← θ − rate·weightDecay·θ, then the step of {@link adam}. Loshchilov and Hutter, "Decoupled weight decay regularization", 2019.
 * Torch has no counterpart.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AdamWConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, and the loss before the step
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { adamw } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([3, -2]);
 * for (let step = 0; step < 100; step++) adamw((x) => [x.dot(x) / 2, x.clone()], x, { learningRate: 0.1 });
 * console.log(x.norm() < 0.1); // true
 * ```
 */
export function adamw(
  evaluate: Evaluation,
  x: Tensor,
  config: AdamWConfig = {},
  state: AdamState = states.of(x),
): StepResult {
  return firstOrderStep(adamwMethod, evaluate, x, config, state);
}
