import { DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";
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
 * @throws ArgumentError, ShapeError or DTypeError for settings that make no sense, before anything is evaluated
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
  const { learningRate = 1e-3, learningRateDecay = 0, momentum = 0, learningRates } = config;

  const [loss, gradient] = evaluate(parameters);
  checkGradient(parameters, gradient);

  let direction = withDecay(gradient, parameters, config, state);
  if (momentum !== 0) direction = withMomentum(direction, config, state);

  const steps = state.evalCounter ?? 0;
  const rate = learningRate / (1 + steps * learningRateDecay);
  if (learningRates === undefined) parameters.add(-rate, direction);
  else parameters.addcmul(-rate, learningRates, direction);
  state.evalCounter = steps + 1;
  return [parameters, [loss]];
}

function withDecay(gradient: Tensor, parameters: Tensor, config: SgdConfig, state: SgdState): Tensor {
  const { weightDecay = 0, weightDecays } = config;
  if (weightDecay !== 0) return directionBuffer(state, gradient).add(weightDecay, parameters);
  if (weightDecays !== undefined) return directionBuffer(state, gradient).addcmul(1, weightDecays, parameters);
  return gradient;
}

function withMomentum(gradient: Tensor, config: SgdConfig, state: SgdState): Tensor {
  const { momentum = 0, dampening = momentum, nesterov = false } = config;
  if (state.dfdx === undefined) state.dfdx = gradient.clone();
  else state.dfdx.mul(momentum).add(1 - dampening, gradient);
  if (!nesterov) return state.dfdx;
  const ahead = gradient === state.direction ? gradient : directionBuffer(state, gradient);
  return ahead.add(momentum, state.dfdx);
}

function directionBuffer(state: SgdState, gradient: Tensor): Tensor {
  state.direction ??= new Tensor([], { dtype: gradient.dtype, resident: true });
  return state.direction.resizeAs(gradient).copy(gradient);
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
