import type { DType } from "../dtype/DType.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { viewOf } from "../layout/viewOf.ts";
import { formatSize } from "../shape/size.ts";

/**
 * Checks that a tensor has two dimensions.
 *
 * @throws ShapeError when it has not
 */
export function checkMatrix(operation: string, x: StridedElements): void {
  if (x.size().length !== 2) {
    throw new ShapeError(`${operation}: expected 2 dimensions, got size ${formatSize(x.size())}`);
  }
}

/**
 * Checks the number of a diagonal: 0 for the main one, above 0 for those to the right of it.
 *
 * @throws ArgumentError unless it is a whole number
 */
export function checkDiagonal(operation: string, k: number): void {
  if (!Number.isInteger(k)) {
    throw new ArgumentError(`${operation}: expected a whole number for the diagonal, got ${String(k)}`);
  }
}

/**
 * The elements of one diagonal of a matrix, in its storage.
 *
 * @throws IndexError when the matrix does not have that diagonal
 */
export function diagonalOf<D extends DType>(operation: string, x: StridedElements<D>, k: number): StridedElements<D> {
  const [rows, columns] = x.size();
  const [rowStride, columnStride] = x.stride();
  const count = Math.min(rows + Math.min(k, 0), columns - Math.max(k, 0));
  if (count < 1) {
    throw new IndexError(
      `${operation}: expected a diagonal from ${1 - rows} to ${columns - 1} of size ${formatSize(x.size())}, got ${k}`,
    );
  }
  const first = x.storageOffset() + (k < 0 ? -k * rowStride : k * columnStride);
  return viewOf(x, first, [count], [rowStride + columnStride]);
}
