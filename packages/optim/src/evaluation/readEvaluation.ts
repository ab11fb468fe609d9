import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import type { Evaluation, LossEvaluation } from "./Evaluation.ts";

/**
 * Evaluates, and checks that there is a loss and something beside it.
 *
 * @param owner what messages call the optimiser
 * @throws ArgumentError for anything but a number and a gradient
 */
export function readEvaluation<G>(owner: string, evaluate: Evaluation<G>, x: Tensor): readonly [number, G] {
  const result = evaluated(owner, "[loss, gradient]", evaluate, x);
  if (!Array.isArray(result)) throw notOf(owner, "[loss, gradient]", result);
  const [loss, gradient] = result;
  checkNumber(owner, loss);
  return [loss, gradient];
}

/**
 * Evaluates the loss alone, or takes it from what more there is.
 *
 * @throws ArgumentError for anything but a number
 */
export function readLoss(owner: string, evaluate: LossEvaluation, x: Tensor): number {
  const result = evaluated(owner, "the loss", evaluate, x);
  if (typeof result === "number") return result;
  if (!Array.isArray(result)) throw notOf(owner, "the loss", result);
  const loss: unknown = result[0];
  checkNumber(owner, loss);
  return loss;
}

/**
 * Checks that a loss is a number, which may be NaN.
 *
 * @throws ArgumentError when it is not
 */
export function checkNumber(owner: string, loss: unknown): asserts loss is number {
  if (typeof loss !== "number") throw new ArgumentError(`${owner}: expected a number as the loss, got ${shown(loss)}`);
}

function evaluated<R>(owner: string, expected: string, evaluate: (x: Tensor) => R, x: Tensor): R {
  if (typeof evaluate === "function") return evaluate(x);
  throw new ArgumentError(`${owner}: expected a function that gives ${expected}, got ${shown(evaluate)}`);
}

function notOf(owner: string, expected: string, result: unknown): ArgumentError {
  const got = result instanceof Promise ? "a promise; an evaluation cannot be async" : shown(result);
  return new ArgumentError(`${owner}: expected ${expected} from the evaluation, got ${got}`);
}
