import { type BitOperation, integerBits, integerBitsScalar } from "../backend/integer/integerBits.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { hasIntegers, type IntegerDType, type StridedElements } from "../layout/StridedElements.ts";
import { runMap, runZip } from "../loops/run.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";
import { checkNumber, checkOperands, integerOnly } from "./check.ts";

/**
 * z ← the bits of x with those of a scalar or of another tensor, element by element.
 *
 * @throws DTypeError for float tensors
 * @throws ArgumentError for a scalar that is not a whole number, or a shift by less than 0 or more than 31 bits
 */
export function bitsInto(
  name: string,
  operation: BitOperation,
  x: StridedElements,
  y: number | StridedElements,
  z: StridedElements,
): void {
  checkBits(name, operation, x, y);
  if (z !== x) checkOperands(name, x, z);
  checkDestination(name, z);
  const first = integers(name, separate(x, z));
  const to = integers(name, z);
  if (typeof y === "number") runMap(integerBitsScalar[operation], first, to, y, 0);
  else runZip(integerBits[operation], first, integers(name, separate(y, z)), to, 0, 0);
}

/** Checks the operands of {@link bitsInto}. */
export function checkBits(
  name: string,
  operation: BitOperation,
  x: StridedElements,
  y: number | StridedElements,
): void {
  integers(name, x);
  if (typeof y !== "number") {
    checkOperands(name, x, y);
    return;
  }
  checkNumber(name, y);
  const isShift = operation === "lshift" || operation === "rshift";
  if (!Number.isInteger(y) || (isShift && (y < 0 || y > 31))) {
    throw new ArgumentError(`${name}: expected ${isShift ? "0 to 31 bits" : "a whole number"}, got ${y}`);
  }
}

function integers(name: string, x: StridedElements): StridedElements<IntegerDType> {
  if (!hasIntegers(x)) throw integerOnly(name, x);
  return x;
}
