import { DTypeError, formatSize, ShapeError, sgdStep, Tensor } from "@rushlight/tensor";
import type { Evaluation, StepResult } from "../optimiser.ts";
import { StateByParameters } from "../state/StateByParameters.ts";
import { checkSgdConfig, type SgdConfig, type SgdState } from "./SgdConfig.ts";

const states = new StateByParameters<SgdState>(() => ({}));

/**
 * One step of stochastic gradient descent, with momentum, Nesterov's look-ahead, weight decay, a falling rate, and
 * rates or decays for each parameter. Torch's `optim.sgd`.
 *
 * With g the gradient plus weightDecay·θ, the direction is v ← momentum·v + (1 − dampening)·g (at the first step v ← g),
 * looking ahead g + momentum·v, without momentum g; then θ ← θ − learningRate / (1 + steps·learningRateDecay)·direction.
 * Neither the gradient nor the settings are changed.
 *
 * @param evaluate gives the loss and the gradient at the parameters
 * @param parameters θ, changed in place
 * @param config settings; look at {@link SgdConfig} for the defaults
 * @param state what is remembered from step to step; kept with the memory of `parameters` when left out. Pass an object
 * of your own to save it, or a fresh `{}` to begin anew.
 * @returns the parameters, and the loss before the step
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError, ShapeError or DTypeError for settings that make no sense, or a state of other parameters, before anything is evaluated
 * @throws ShapeError or DTypeError for a gradient that does not match the parameters, before they are changed
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
  evaluate: Evaluation,
  parameters: Tensor,
  config: SgdConfig = {},
  state: SgdState = states.of(parameters),
): StepResult {
  checkSgdConfig(config, parameters);
  checkVelocity(state, parameters);
  const { learningRate = 1e-3, learningRateDecay = 0, momentum = 0, nesterov = false } = config;
  const { dampening = momentum, weightDecay = 0, weightDecays, learningRates } = config;

  const [loss, gradient] = evaluate(parameters);
  checkGradient(parameters, gradient);

  const steps = state.evalCounter ?? 0;
  const rate = learningRate / (1 + steps * learningRateDecay);
  const first = state.dfdx === undefined;
  if (momentum !== 0) state.dfdx ??= new Tensor(gradient.size(), { dtype: gradient.dtype, resident: true });
  const step = { rate, momentum, dampening, nesterov, first };
  if ((weightDecays === undefined || weightDecay !== 0) && learningRates === undefined) {
    const flat = parameters.contiguous();
    sgdStep("sgd", flat, gradient.contiguous(), state.dfdx, { ...step, weightDecay });
    if (flat !== parameters) parameters.copy(flat);
  } else {
    const decayed = buffer(state, "direction", gradient).copy(gradient);
    if (weightDecay !== 0) decayed.add(weightDecay, parameters);
    else if (weightDecays !== undefined) decayed.addcmul(1, weightDecays, parameters);
    // What is taken off zeros is the whole step, which each parameter then takes its share of.
    const change = buffer(state, "change", gradient).zero();
    sgdStep("sgd", change, decayed, state.dfdx, step);
    if (learningRates === undefined) parameters.add(change);
    else parameters.addcmul(1, learningRates, change);
  }
  state.evalCounter = steps + 1;
  return [parameters, [loss]];
}

function buffer(state: SgdState, name: "direction" | "change", like: Tensor): Tensor {
  const kept = state[name] ?? new Tensor([], { dtype: like.dtype, resident: true });
  state[name] = kept;
  return kept.resizeAs(like);
}

function checkVelocity({ dfdx }: SgdState, parameters: Tensor): void {
  if (dfdx === undefined) return;
  if (dfdx.dtype !== parameters.dtype) {
    throw new DTypeError(`sgd: expected a ${parameters.dtype} dfdx in the state, as the parameters, got ${dfdx.dtype}`);
  }
  if (!dfdx.isSameSizeAs(parameters)) {
    throw new ShapeError(
      `sgd: expected a dfdx of the parameters' size ${formatSize(parameters.size())} in the state, got ${formatSize(dfdx.size())}`,
    );
  }
}

function checkGradient(parameters: Tensor, gradient: Tensor): void {
  if (gradient.dtype !== parameters.dtype) {
    throw new DTypeError(`sgd: expected a ${parameters.dtype} gradient, as the parameters, got ${gradient.dtype}`);
  }
  if (!gradient.isSameSizeAs(parameters)) {
    throw new ShapeError(
      `sgd: expected a gradient of the parameters' size ${formatSize(parameters.size())}, got ${formatSize(gradient.size())}`,
    );
  }
}
