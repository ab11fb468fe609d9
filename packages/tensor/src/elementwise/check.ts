import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { shown } from "../errors/shown.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { formatSize, sameSize } from "../shape/size.ts";

/**
 * Checks that an argument is a number. NaN and infinities are numbers.
 *
 * @throws ArgumentError for anything else
 */
export function checkNumber(operation: string, value: number): void {
  if (typeof value !== "number") throw new ArgumentError(`${operation}: expected a number, got ${shown(value)}`);
}

/**
 * Checks that an argument is a tensor.
 *
 * @throws ArgumentError for anything else
 */
export function checkTensor(operation: string, value: StridedElements): void {
  if (typeof value !== "object" || value === null || typeof value.storage !== "function") {
    throw new ArgumentError(`${operation}: expected a tensor, got ${shown(value)}`);
  }
}

/**
 * Checks that two operands have one size and one dtype.
 *
 * @throws ArgumentError, ShapeError or DTypeError naming both
 */
export function checkOperands(operation: string, x: StridedElements, y: StridedElements): void {
  checkSameDType(operation, x, y);
  checkSameSize(operation, x, y);
}

/**
 * Checks that two operands have one size.
 *
 * @throws ShapeError naming both
 */
export function checkSameSize(operation: string, x: StridedElements, y: StridedElements): void {
  if (!sameSize(x.size(), y.size())) {
    throw new ShapeError(
      `${operation}: expected two tensors of one size, got ${formatSize(x.size())} and ${formatSize(y.size())}`,
    );
  }
}

/**
 * Checks that two operands are tensors of one dtype.
 *
 * @throws ArgumentError or DTypeError naming both
 */
export function checkSameDType(operation: string, x: StridedElements, y: StridedElements): void {
  if (x === y) return;
  checkTensor(operation, x);
  checkTensor(operation, y);
  if (x.dtype !== y.dtype) {
    throw new DTypeError(`${operation}: expected two tensors of one dtype, got ${x.dtype} and ${y.dtype}`);
  }
}

/** The error for an operation that integer tensors do not have. */
export function floatOnly(operation: string, x: StridedElements): DTypeError {
  return new DTypeError(`${operation}: expected a float64 or float32 tensor, got ${x.dtype}`);
}

/** The error for an operation that float tensors do not have. */
export function integerOnly(operation: string, x: StridedElements): DTypeError {
  return new DTypeError(`${operation}: expected an int32, int16, int8 or uint8 tensor, got ${x.dtype}`);
}
