import { backend } from "../backend/current.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link sgdStep}. */
export interface SgdStep {
  readonly rate: number;
  /** How much of the velocity stays; 0 when left out. Other than 0, it needs a velocity. */
  readonly momentum?: number;
  /** How much of the gradient is left out of the velocity; 0 when left out. */
  readonly dampening?: number;
  /** Adds weightDecay·x to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Whether to look ahead along the velocity; false when left out. */
  readonly nesterov?: boolean;
  /** Whether this is the first step, at which the velocity becomes the gradient; false when left out. */
  readonly first?: boolean;
}

/**
 * A whole step of stochastic gradient descent in one pass over the elements. With d = gradient + weightDecay·x, x ← x −
 * rate·direction, where the direction is d without momentum; with it velocity ← momentum·velocity + (1 − dampening)·d, at
 * the first step d, and the direction is the velocity or, with `nesterov`, d + momentum·velocity. The gradient stays as it
 * is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { sgdStep, tensor } from "@rushlight/tensor";
 *
 * const [x, gradient, velocity] = [tensor([1, 2]), tensor([10, 20]), tensor([0, 0])];
 * sgdStep("sgd", x, gradient, velocity, { rate: 0.5, momentum: 1, first: true });
 * sgdStep("sgd", x, gradient, velocity, { rate: 0.5, momentum: 1 });
 * console.log(velocity.toArray(), x.toArray()); // [ 20, 40 ] [ -14, -28 ]
 * ```
 */
export function sgdStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  velocity: StridedElements | undefined,
  step: SgdStep,
): void {
  const { rate, momentum = 0, dampening = 0, weightDecay = 0, nesterov = false, first = false } = step;
  const carried = momentum === 0 ? x : velocity;
  if (carried === undefined) throw new ShapeError(`${name}: expected a velocity for momentum ${momentum}, got none`);
  checkStep(name, [x, carried], gradient, [rate, momentum, dampening, weightDecay]);
  backend().steps.sgd(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, carried),
    rate,
    momentum,
    dampening,
    weightDecay,
    nesterov,
    first,
  );
}
