import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link rmspropStep}. */
export interface RmspropStep {
  /** The step length. */
  readonly rate: number;
  /** How much of the mean square stays. */
  readonly alpha: number;
  /** What is added to the root of the mean square. */
  readonly epsilon: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/**
 * A whole step of RMSprop in one pass over the elements. With d = gradient + weightDecay·x: square ← alpha·square + (1 − alpha)·d²;
 * x ← x − rate·d / (√square + epsilon).
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { rmspropStep, tensor } from "@rushlight/tensor";
 *
 * const [x, square] = [tensor([1]), tensor([0])];
 * rmspropStep("rmsprop", x, tensor([2]), square, { rate: 0.5, alpha: 0.75, epsilon: 0 });
 * console.log(square.get(0), x.get(0)); // 1 0
 * ```
 */
export function rmspropStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  square: StridedElements,
  step: RmspropStep,
): void {
  const { rate, alpha, epsilon, weightDecay = 0 } = step;
  checkStep(name, [x, square], gradient, [rate, alpha, epsilon, weightDecay]);
  backend().steps.rmsprop(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, square),
    rate,
    alpha,
    epsilon,
    weightDecay,
  );
}
