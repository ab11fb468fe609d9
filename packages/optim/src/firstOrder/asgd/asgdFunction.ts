import type { Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../../evaluation/Evaluation.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { firstOrderStep } from "../firstOrderStep.ts";
import type { AsgdConfig, AsgdState } from "./AsgdConfig.ts";
import { asgdMethod } from "./asgdMethod.ts";

/** What a call of {@link asgd} gives. */
export interface AsgdResult extends StepResult {
  /** The average of the parameters so far. */
  readonly average: Tensor;
}

const states = new StateByParameters<AsgdState>(asgdMethod.begin);

/**
 * One step of averaged stochastic gradient descent, which also keeps the mean of the parameters on the way. Torch's `optim.asgd`.
 *
 * θ ← (1 − lambda·η)·θ − η·g, with η = eta0 / (1 + lambda·eta0·t)^alpha at step t, from 0; the average a ← a + μ·(θ − a), with
 * μ = 1 / max(1, t − t0): the parameters themselves until step t0, their mean from there on. Polyak and Juditsky, "Acceleration of
 * stochastic approximation by averaging", 1992; Bottou's variant.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient is left as it is
 * @param x the parameters θ, changed in place
 * @param config settings; look at {@link AsgdConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `x` when left out
 * @returns the parameters, the loss before the step, and the average, which belongs to the state
 * @throws ArgumentError, ShapeError or DTypeError for parameters, settings, a state or a gradient that make no sense; nothing is
 *   changed then
 * @example
 * ```ts
 * import { asgd } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([4]);
 * let noise = 1;
 * for (let step = 0; step < 1000; step++) {
 *   noise = -noise;
 *   asgd((x) => [x.dot(x) / 2, x.clone().add(noise)], x, { eta0: 0.5, t0: 100 });
 * }
 * const { average } = asgd((x) => [0, x.clone().zero()], x, { eta0: 0.5, t0: 100 });
 * console.log(Math.abs(x.get(0)) > 0.1, Math.abs(average.get(0)) < 0.01); // true true
 * ```
 */
export function asgd(
  evaluate: Evaluation,
  x: Tensor,
  config: AsgdConfig = {},
  state: AsgdState = states.of(x),
): AsgdResult {
  const step = firstOrderStep(asgdMethod, evaluate, x, config, state);
  return { ...step, average: state.ax ?? x };
}
