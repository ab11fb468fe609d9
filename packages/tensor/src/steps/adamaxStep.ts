import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link adamaxStep}. */
export interface AdamaxStep {
  /** The step length, with the correction for the first steps in it. */
  readonly rate: number;
  /** How much of the mean stays. */
  readonly beta1: number;
  /** How much of the largest magnitude stays. */
  readonly beta2: number;
  /** What is added to the magnitude of the gradient. */
  readonly epsilon: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/**
 * A whole step of Adamax in one pass over the elements. With d = gradient + weightDecay·x: mean ← beta1·mean + (1 − beta1)·d;
 * largest ← max(beta2·largest, |d| + epsilon); x ← x − rate·mean / largest.
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { adamaxStep, tensor } from "@rushlight/tensor";
 *
 * const [x, mean, largest] = [tensor([1]), tensor([0]), tensor([0])];
 * adamaxStep("adamax", x, tensor([2]), mean, largest, { rate: 1, beta1: 0.5, beta2: 0.75, epsilon: 0 });
 * console.log(mean.get(0), largest.get(0), x.get(0)); // 1 2 0.5
 * ```
 */
export function adamaxStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  mean: StridedElements,
  largest: StridedElements,
  step: AdamaxStep,
): void {
  const { rate, beta1, beta2, epsilon, weightDecay = 0 } = step;
  checkStep(name, [x, mean, largest], gradient, [rate, beta1, beta2, epsilon, weightDecay]);
  backend().steps.adamax(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, mean),
    ...operandOf(name, largest),
    rate,
    beta1,
    beta2,
    epsilon,
    weightDecay,
  );
}
