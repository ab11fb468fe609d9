import type { FloatArray } from "../backend/Backend.ts";
import { checkNumber, checkOperands, floatOnly } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { formatSize } from "../shape/size.ts";

/** What a step works on, and where in its memory it begins. */
type Operand = readonly [elements: FloatArray, offset: number];

/**
 * Checks what a step works on: the parameters, what else it writes, and the gradient.
 *
 * @param name what messages call the step
 * @param written the parameters first
 * @param settings the numbers that the step takes
 * @throws ArgumentError, ShapeError or DTypeError unless all are contiguous float tensors of one size and dtype
 */
export function checkStep(
  name: string,
  written: readonly StridedElements[],
  gradient: StridedElements,
  settings: readonly number[],
): void {
  for (const value of settings) checkNumber(name, value);
  const [x] = written;
  for (const operand of [gradient, ...written]) {
    checkOperands(name, x, operand);
    if (!operand.isContiguous()) {
      throw new ShapeError(
        `${name}: expected contiguous tensors, got size ${formatSize(operand.size())} with stride ${formatSize(operand.stride())}`,
      );
    }
  }
  for (const operand of written) checkDestination(name, operand);
}

/**
 * The elements of a tensor, as a kernel takes them. They are no longer there after an allocation.
 *
 * @throws DTypeError for a tensor of integers
 */
export function operandOf(name: string, x: StridedElements): Operand {
  if (!hasFloats(x)) throw floatOnly(name, x);
  return [x.storage().data, x.storageOffset()];
}
