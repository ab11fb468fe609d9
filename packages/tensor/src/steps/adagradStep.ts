import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link adagradStep}. */
export interface AdagradStep {
  /** The step length. */
  readonly rate: number;
  /** What is added to the root of the sum of squares. */
  readonly epsilon: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/**
 * A whole step of Adagrad in one pass over the elements. With d = gradient + weightDecay·x: square ← square + d²; x ← x − rate·d / (√square + epsilon).
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { adagradStep, tensor } from "@rushlight/tensor";
 *
 * const [x, square] = [tensor([1]), tensor([0])];
 * adagradStep("adagrad", x, tensor([2]), square, { rate: 0.5, epsilon: 0 });
 * console.log(square.get(0), x.get(0)); // 4 0.5
 * ```
 */
export function adagradStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  square: StridedElements,
  step: AdagradStep,
): void {
  const { rate, epsilon, weightDecay = 0 } = step;
  checkStep(name, [x, square], gradient, [rate, epsilon, weightDecay]);
  backend().steps.adagrad(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, square),
    rate,
    epsilon,
    weightDecay,
  );
}
