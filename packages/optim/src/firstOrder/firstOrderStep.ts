import type { Tensor } from "@rushlight/tensor";
import { checkParameters } from "../evaluation/checks.ts";
import type { Evaluation, StepResult } from "../evaluation/Evaluation.ts";
import type { Gradient } from "../gradients/Gradient.ts";
import { checkSettings } from "../settings/Rule.ts";
import type { FirstOrderMethod } from "./FirstOrderMethod.ts";
import { stepParts } from "./stepParts.ts";

const noLimits = {};

/** One step of a method, in the form of Torch's functions. */
export function firstOrderStep<Config extends object, State extends object>(
  method: FirstOrderMethod<Config, State>,
  evaluate: Evaluation<Gradient>,
  x: Tensor,
  config: Config,
  state: State,
): StepResult {
  checkMethod(method.name, method, x, config);
  return stepParts(method, evaluate, x, [{ x, start: 0, config, memory: state }], noLimits);
}

/**
 * Checks the parameters and settings of a method.
 *
 * @param owner what messages call it
 * @param others names among the settings that are checked elsewhere
 * @throws ArgumentError, ShapeError or DTypeError for what makes no sense
 */
export function checkMethod<Config extends object, State extends object>(
  owner: string,
  method: FirstOrderMethod<Config, State>,
  x: Tensor,
  config: Config,
  others: readonly string[] = [],
): void {
  checkParameters(owner, x);
  checkSettings(owner, config, method.rules, x, others);
  method.checkTogether?.(owner, config);
}
