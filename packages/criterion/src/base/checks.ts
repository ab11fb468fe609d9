import type { AnyCriterion } from "@rushlight/module";
import { ArgumentError, DTypeError, isTensor, ShapeError, type Tensor } from "@rushlight/tensor";

/**
 * Checks that there is a tensor at all, as types can not where they are not looked at.
 *
 * @param what it is: input, target
 * @throws ArgumentError naming the criterion
 */
export function checkTensor(criterion: AnyCriterion, what: string, value: unknown): void {
  if (isTensor(value)) return;
  const came = Array.isArray(value) ? `a table of ${value.length}` : String(value);
  throw new ArgumentError(`${criterion.constructor.name}: expected a tensor as ${what}, got ${came}`);
}

/**
 * Checks that a tensor has the dtype that a criterion computes in.
 *
 * @param what it is: input, target
 * @throws ArgumentError for what is no tensor
 * @throws DTypeError naming the criterion and both
 */
export function checkFloats(criterion: AnyCriterion, what: string, tensor: Tensor): void {
  checkTensor(criterion, what, tensor);
  const expected = criterion.type();
  if (tensor.dtype === expected) return;
  throw new DTypeError(`${criterion.constructor.name}: expected a ${expected} ${what}, got ${tensor.dtype}`);
}

/**
 * Checks that there is something to compare.
 *
 * @throws ShapeError naming the criterion
 */
export function checkNotEmpty(criterion: AnyCriterion, input: Tensor): void {
  if (input.nElement() === 0)
    throw new ShapeError(`${criterion.constructor.name}: expected an input, got an empty one`);
}

/**
 * Checks a margin.
 *
 * @throws ArgumentError unless it is a finite number
 */
export function checkMargin(criterion: AnyCriterion, margin: number): number {
  if (Number.isFinite(margin)) return margin;
  throw new ArgumentError(`${criterion.constructor.name}: expected a margin that is a number, got ${String(margin)}`);
}
