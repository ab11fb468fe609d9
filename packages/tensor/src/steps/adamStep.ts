import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link adamStep}. */
export interface AdamStep {
  /** The step length, with the corrections for the first steps in it. */
  readonly rate: number;
  /** How much of the mean stays. */
  readonly beta1: number;
  /** How much of the mean square stays. */
  readonly beta2: number;
  /** What is added to the root of the mean square. */
  readonly epsilon: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/**
 * A whole step of Adam in one pass over the elements. With d = gradient + weightDecay·x: mean ← beta1·mean + (1 − beta1)·d;
 * square ← beta2·square + (1 − beta2)·d²; x ← x − rate·mean / (√square + epsilon).
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { adamStep, tensor } from "@rushlight/tensor";
 *
 * const [x, mean, square] = [tensor([1]), tensor([0]), tensor([0])];
 * adamStep("adam", x, tensor([2]), mean, square, { rate: 1, beta1: 0.5, beta2: 0.75, epsilon: 0 });
 * console.log(mean.get(0), square.get(0), x.get(0)); // 1 1 0
 * ```
 */
export function adamStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  mean: StridedElements,
  square: StridedElements,
  step: AdamStep,
): void {
  const { rate, beta1, beta2, epsilon, weightDecay = 0 } = step;
  checkStep(name, [x, mean, square], gradient, [rate, beta1, beta2, epsilon, weightDecay]);
  backend().steps.adam(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, mean),
    ...operandOf(name, square),
    rate,
    beta1,
    beta2,
    epsilon,
    weightDecay,
  );
}
