import { ArgumentError, shown, Tensor } from "@rushlight/tensor";
import { checkParameters } from "../evaluation/checks.ts";
import type { Evaluation } from "../evaluation/Evaluation.ts";
import { guarded } from "../evaluation/GuardedEvaluation.ts";
import { GradientCheck } from "./GradientCheck.ts";
import { indexAt } from "./indexAt.ts";

/**
 * Compares a gradient with central differences of the loss, (f(x + ε) − f(x − ε)) / 2ε for each parameter. Torch's
 * `optim.checkgrad`.
 *
 * The loss has to be the same whenever it is evaluated at the same parameters: without dropout, say. It is evaluated
 * twice for each parameter.
 *
 * Float32 parameters make a rough check: rounding hides small steps, so that ε is 5e-3 then when left out, and a right
 * gradient may differ by 1e-3. A check in float64 says more.
 *
 * @param evaluate gives the loss and the gradient at the parameters
 * @param x the parameters, of any size: moved one by one, and put back to the last bit, even when something is thrown
 * @param epsilon ε; 1e-7 when left out, for float32 parameters 5e-3
 * @returns the difference ‖g − ĝ‖ / ‖g + ĝ‖ between the gradient and the estimate, and both, with a report of the worst
 *   entries
 * @throws DTypeError for parameters that are no floats
 * @throws ArgumentError for an ε that makes no sense
 * @throws ArgumentError when ε is too small to move a parameter
 * @throws NonFiniteLossError for a loss that is NaN or infinite
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that is not finite or does not match the parameters
 * @example
 * ```ts
 * import { checkgrad } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * // The second entry of the gradient of x₀² + x₁² lacks its factor.
 * const x = tensor([1, -3], { dtype: "float64" });
 * const check = checkgrad(() => [x.dot(x), tensor([2 * x.get(0), x.get(1)], { dtype: "float64" })], x, 1e-3);
 * console.log(check.ok, check.difference.toFixed(3)); // false 0.305
 * console.log(check.toString(1));
 * // gradient check: difference 3.05e-1, above 0.00001
 * // index    gradient    estimate  absolute  relative
 * //   [1]  -3.0000000  -6.0000000   3.00e+0   5.00e-1
 * ```
 */
export function checkgrad(evaluate: Evaluation, x: Tensor, epsilon?: number): GradientCheck {
  checkParameters("checkgrad", x);
  const { dtype } = x;
  const step = epsilon ?? (dtype === "float32" ? 5e-3 : 1e-7);
  if (!Number.isFinite(step) || step <= 0) {
    throw new ArgumentError(`checkgrad: expected a number above 0 as epsilon, got ${shown(step)}`);
  }
  return guarded("checkgrad", x, {}, (guard) => {
    const gradient = new Tensor(x.size(), { dtype }).copy(guard.lossAndGradient(evaluate)[1]);
    const estimate = new Tensor(x.size(), { dtype });
    for (let i = 0; i < x.nElement(); i++) {
      const index = indexAt(i, x.size());
      const there = x.get(...index);
      const above = x.put(index, there + step).get(...index);
      const lossAbove = guard.loss(evaluate);
      const below = x.put(index, above - 2 * step).get(...index);
      const lossBelow = guard.loss(evaluate);
      x.put(index, there);
      if (above === below) throw tooSmall(step, index, there);
      // Rounding to float32 makes the distance another one.
      const distance = dtype === "float32" ? above - below : 2 * step;
      estimate.put(index, (lossAbove - lossBelow) / distance);
    }
    return new GradientCheck(gradient, estimate, step);
  });
}

function tooSmall(epsilon: number, index: readonly number[], value: number): ArgumentError {
  return new ArgumentError(
    `checkgrad: expected an epsilon that moves the parameter at [${index.join(", ")}], ${value}, got ${epsilon}`,
  );
}
