import type { MapOperation, ZipOperation } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { integerMap, integerZip } from "../backend/integer/integerKernels.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { runMap, runZip } from "../loops/run.ts";
import { checkDestination, checkOperands, floatOnly } from "./check.ts";

/**
 * y ← f(x), element by element. `name` is what messages call the operation. Scalars lose their fraction before they
 * meet an integer tensor, as in Torch.
 *
 * @throws ShapeError or DTypeError when the tensors do not go together; nothing is written then
 */
export function mapInto(
  name: string,
  operation: MapOperation,
  x: StridedElements,
  y: StridedElements,
  a = 0,
  b = 0,
): void {
  if (x !== y) checkOperands(name, x, y);
  checkDestination(name, y);
  if (hasFloats(x) && hasFloats(y)) {
    runMap(backend().map[operation], x, y, a, b);
    return;
  }
  const kernel = integerMap[operation];
  if (kernel === undefined || !hasIntegers(x) || !hasIntegers(y)) throw floatOnly(name, x);
  runMap(kernel, x, y, Math.trunc(a), Math.trunc(b));
}

/**
 * z ← f(x, y), element by element. `name` is what messages call the operation. The scalar loses its fraction before it
 * meets integer tensors, as in Torch.
 *
 * @throws ShapeError or DTypeError when the tensors do not go together; nothing is written then
 */
export function zipInto(
  name: string,
  operation: ZipOperation,
  x: StridedElements,
  y: StridedElements,
  z: StridedElements,
  a = 0,
): void {
  checkOperands(name, x, y);
  if (z !== x) checkOperands(name, x, z);
  checkDestination(name, z);
  if (hasFloats(x) && hasFloats(y) && hasFloats(z)) {
    runZip(backend().zip[operation], x, y, z, a);
    return;
  }
  const kernel = integerZip[operation];
  if (kernel === undefined || !hasIntegers(x) || !hasIntegers(y) || !hasIntegers(z)) throw floatOnly(name, x);
  runZip(kernel, x, y, z, Math.trunc(a));
}
