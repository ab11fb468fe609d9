import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link adadeltaStep}. */
export interface AdadeltaStep {
  /** How much of the mean squares stays. */
  readonly rho: number;
  /** What is added under both roots. */
  readonly epsilon: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/**
 * A whole step of Adadelta in one pass over the elements. With d = gradient + weightDecay·x: square ← rho·square + (1 − rho)·d²; the step is
 * Δ = √(change + epsilon) / √(square + epsilon)·d; x ← x − Δ; change ← rho·change + (1 − rho)·Δ².
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { adadeltaStep, tensor } from "@rushlight/tensor";
 *
 * const [x, square, change] = [tensor([1]), tensor([0]), tensor([0])];
 * adadeltaStep("adadelta", x, tensor([2]), square, change, { rho: 0.5, epsilon: 2 });
 * console.log(square.get(0), change.get(0), x.get(0).toFixed(4)); // 2 1 -0.4142
 * ```
 */
export function adadeltaStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  square: StridedElements,
  change: StridedElements,
  step: AdadeltaStep,
): void {
  const { rho, epsilon, weightDecay = 0 } = step;
  checkStep(name, [x, square, change], gradient, [rho, epsilon, weightDecay]);
  backend().steps.adadelta(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, square),
    ...operandOf(name, change),
    rho,
    epsilon,
    weightDecay,
  );
}
