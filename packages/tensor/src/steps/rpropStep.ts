import { backend } from "../backend/current.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { checkStep, operandOf } from "./stepOperands.ts";

/** The settings of {@link rpropStep}. */
export interface RpropStep {
  /** What a length is multiplied by where the gradient keeps its sign. */
  readonly grow: number;
  /** What a length is multiplied by where the gradient changes its sign. */
  readonly shrink: number;
  /** The shortest length. */
  readonly least: number;
  /** The greatest length. */
  readonly most: number;
}

/**
 * A whole step of Rprop in one pass over the elements. Where gradient and previous have one sign, length ← length·grow; where they
 * have two, length ← length·shrink and the gradient counts as 0; length stays from least to most. Then
 * x ← x − sign(gradient)·length and previous ← gradient. NaN has no sign: x stays where it is.
 * The gradient stays as it is. `name` is what messages call the operation.
 *
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype; nothing is
 *   written then
 * @example
 * ```ts
 * import { rpropStep, tensor } from "@rushlight/tensor";
 *
 * const [x, previous, length] = [tensor([5, 5]), tensor([3, -3]), tensor([1, 1])];
 * rpropStep("rprop", x, tensor([2, 2]), previous, length, { grow: 2, shrink: 0.5, least: 0, most: 10 });
 * console.log(x.toArray(), previous.toArray()); // [ 3, 5 ] [ 2, 0 ]
 * ```
 */
export function rpropStep(
  name: string,
  x: StridedElements,
  gradient: StridedElements,
  previous: StridedElements,
  length: StridedElements,
  step: RpropStep,
): void {
  const { grow, shrink, least, most } = step;
  checkStep(name, [x, previous, length], gradient, [grow, shrink, least, most]);
  backend().steps.rprop(
    x.nElement(),
    ...operandOf(name, x),
    ...operandOf(name, gradient),
    ...operandOf(name, previous),
    ...operandOf(name, length),
    grow,
    shrink,
    least,
    most,
  );
}
