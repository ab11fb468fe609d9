import type { MapOperation, ZipOperation } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { type IntegerArray, integerMap, integerZip } from "../backend/integer/integerKernels.ts";
import type { Elements } from "../loops/Elements.ts";
import { runMap, runZip } from "../loops/run.ts";
import type { TensorLayout } from "../tensor/TensorLayout.ts";
import { checkDestination, checkOperands, floatOnly } from "./check.ts";

/**
 * y ← f(x), element by element. `name` is what messages call the operation. Scalars lose their fraction before they
 * meet an integer tensor, as in Torch.
 *
 * @throws ShapeError or DTypeError when the tensors do not go together; nothing is written then
 */
export function mapInto(name: string, operation: MapOperation, x: TensorLayout, y: TensorLayout, a = 0, b = 0): void {
  if (x !== y) checkOperands(name, x, y);
  checkDestination(name, y);
  if (x.isFloat() && y.isFloat()) {
    runMap(backend().map[operation], x, y, a, b);
    return;
  }
  const kernel = integerMap[operation];
  if (kernel === undefined || !isInteger(x) || !isInteger(y)) throw floatOnly(name, x);
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
  x: TensorLayout,
  y: TensorLayout,
  z: TensorLayout,
  a = 0,
): void {
  checkOperands(name, x, y);
  if (z !== x) checkOperands(name, x, z);
  checkDestination(name, z);
  if (x.isFloat() && y.isFloat() && z.isFloat()) {
    runZip(backend().zip[operation], x, y, z, a);
    return;
  }
  const kernel = integerZip[operation];
  if (kernel === undefined || !isInteger(x) || !isInteger(y) || !isInteger(z)) throw floatOnly(name, x);
  runZip(kernel, x, y, z, Math.trunc(a));
}

/** True for the integer dtypes. */
export function isInteger(x: TensorLayout): x is TensorLayout & Elements<IntegerArray> {
  return !x.isFloat();
}
