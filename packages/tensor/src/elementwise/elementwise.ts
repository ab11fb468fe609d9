import type { MapOperation, ZipOperation } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { integerMap } from "../backend/integer/integerMap.ts";
import { integerZip } from "../backend/integer/integerZip.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { runMap, runZip } from "../loops/run.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";
import { checkNumber, checkOperands, floatOnly } from "./check.ts";

/**
 * y ← f(x), element by element. `name` is what messages call the operation. Scalars lose their fraction before they
 * meet an integer tensor, as in Torch. When y overlaps x, the result is as if it did not.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the arguments do not go together; nothing is written then
 * @example
 * ```ts
 * import { mapInto, Tensor, tensor } from "@rushlight/tensor";
 *
 * const output = new Tensor([2]);
 * mapInto("ReLU", "threshold", tensor([-1, 2]), output, 0, 0);
 * console.log(output.toArray()); // [ 0, 2 ]
 * ```
 */
export function mapInto(
  name: string,
  operation: MapOperation,
  x: StridedElements,
  y: StridedElements,
  a = 0,
  b = 0,
): void {
  checkMap(name, operation, x, a, b);
  if (x !== y) checkOperands(name, x, y);
  checkDestination(name, y);
  const from = x === y ? x : separate(x, y);
  if (hasFloats(from) && hasFloats(y)) {
    runMap(backend().map[operation], from, y, a, b);
    return;
  }
  const kernel = integerMap[operation];
  if (kernel === undefined || !hasIntegers(from) || !hasIntegers(y)) throw floatOnly(name, x);
  runMap(kernel, from, y, Math.trunc(a), Math.trunc(b));
}

/**
 * Checks the operand and the scalars of {@link mapInto}.
 *
 * @throws ArgumentError or DTypeError when the operation does not take them
 */
export function checkMap(name: string, operation: MapOperation, x: StridedElements, a: number, b: number): void {
  checkNumber(name, a);
  checkNumber(name, b);
  if (!hasFloats(x) && integerMap[operation] === undefined) throw floatOnly(name, x);
}

/**
 * z ← f(x, y), element by element. `name` is what messages call the operation. Scalars lose their fraction before they
 * meet integer tensors, as in Torch. When z overlaps an operand, the result is as if it did not.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the arguments do not go together; nothing is written then
 * @example
 * ```ts
 * import { Tensor, tensor, zipInto } from "@rushlight/tensor";
 *
 * const [gradOutput, input, gradInput] = [tensor([5, 7]), tensor([-1, 2]), new Tensor([2])];
 * zipInto("ReLU", "thresholdGradient", gradOutput, input, gradInput, 0);
 * console.log(gradInput.toArray()); // [ 0, 7 ]
 * ```
 */
export function zipInto(
  name: string,
  operation: ZipOperation,
  x: StridedElements,
  y: StridedElements,
  z: StridedElements,
  a = 0,
  b = 0,
): void {
  checkZip(name, operation, x, y, a, b);
  if (z !== x) checkOperands(name, x, z);
  checkDestination(name, z);
  const first = x === z ? x : separate(x, z);
  const second = y === z ? y : separate(y, z);
  if (hasFloats(first) && hasFloats(second) && hasFloats(z)) {
    runZip(backend().zip[operation], first, second, z, a, b);
    return;
  }
  const kernel = integerZip[operation];
  if (kernel === undefined || !hasIntegers(first) || !hasIntegers(second) || !hasIntegers(z)) throw floatOnly(name, x);
  runZip(kernel, first, second, z, Math.trunc(a), Math.trunc(b));
}

/**
 * Checks the operands and the scalars of {@link zipInto}.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the operation does not take them
 */
export function checkZip(
  name: string,
  operation: ZipOperation,
  x: StridedElements,
  y: StridedElements,
  a: number,
  b = 0,
): void {
  checkNumber(name, a);
  checkNumber(name, b);
  checkOperands(name, x, y);
  if (!hasFloats(x) && integerZip[operation] === undefined) throw floatOnly(name, x);
}
