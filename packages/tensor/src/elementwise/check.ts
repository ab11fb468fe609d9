import { DTypeError } from "../errors/DTypeError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { formatSize, sameSize } from "../shape/size.ts";

/**
 * Checks that two operands have one size and one dtype.
 *
 * @throws ShapeError or DTypeError naming both
 */
export function checkOperands(operation: string, x: StridedElements, y: StridedElements): void {
  checkSameDType(operation, x, y);
  if (!sameSize(x.size(), y.size())) {
    throw new ShapeError(
      `${operation}: expected two tensors of one size, got ${formatSize(x.size())} and ${formatSize(y.size())}`,
    );
  }
}

/**
 * Checks that two operands have one dtype.
 *
 * @throws DTypeError naming both
 */
export function checkSameDType(operation: string, x: StridedElements, y: StridedElements): void {
  if (x.dtype !== y.dtype) {
    throw new DTypeError(`${operation}: expected two tensors of one dtype, got ${x.dtype} and ${y.dtype}`);
  }
}

/**
 * Checks that no two elements of a destination are the same element of its storage, as after `expand`.
 *
 * @throws ShapeError when they are
 */
export function checkDestination(operation: string, z: StridedElements): void {
  if (z.isContiguous()) return;
  const size = z.size();
  const stride = z.stride();
  for (let d = 0; d < size.length; d++) {
    if (stride[d] === 0 && size[d] > 1) {
      throw new ShapeError(
        `${operation}: expected a destination whose elements are apart, got size ${formatSize(size)} with stride ${formatSize(stride)}; write to a clone()`,
      );
    }
  }
}

/** The error for an operation that integer tensors do not have. */
export function floatOnly(operation: string, x: StridedElements): DTypeError {
  return new DTypeError(`${operation}: expected a float64 or float32 tensor, got ${x.dtype}`);
}
