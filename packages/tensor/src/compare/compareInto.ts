import type { Comparison } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { integerCompare, integerCompareScalar } from "../backend/integer/integerCompare.ts";
import { checkNumber, checkOperands, checkSameSize, floatOnly } from "../elementwise/check.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { runMap, runZip } from "../loops/run.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";

/**
 * mask ← 1 where x compares so with a number or with the element of another tensor, else 0. A number meets an integer
 * tensor as it is: 1 < 1.5.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the arguments do not go together; nothing is written then
 */
export function compareInto(
  name: string,
  comparison: Comparison,
  x: StridedElements,
  y: number | StridedElements,
  mask: StridedElements<"uint8">,
): void {
  checkComparison(name, x, y);
  checkSameSize(name, x, mask);
  checkDestination(name, mask);
  const left = separate(x, mask);
  if (typeof y === "number") {
    if (hasFloats(left)) runMap(backend().compareScalar[comparison], left, mask, y, 0);
    else if (hasIntegers(left)) runMap(integerCompareScalar[comparison], left, mask, y, 0);
    return;
  }
  const right = separate(y, mask);
  if (hasFloats(left) && hasFloats(right)) runZip(backend().compare[comparison], left, right, mask, 0, 0);
  else if (hasIntegers(left) && hasIntegers(right)) runZip(integerCompare[comparison], left, right, mask, 0, 0);
  else throw floatOnly(name, x);
}

/** Checks the operands of {@link compareInto}. */
export function checkComparison(name: string, x: StridedElements, y: number | StridedElements): void {
  if (typeof y === "object" && y !== null) checkOperands(name, x, y);
  else checkNumber(name, y);
}
