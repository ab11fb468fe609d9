import type { DType } from "../dtype/DType.ts";
import { checkSameDType, checkTensor } from "../elementwise/check.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDimension } from "../shape/dimension.ts";
import { formatSize, type Size, sameSize } from "../shape/size.ts";

const loop = new StridedLoop();

/**
 * Checks a vector of indices into a dimension of a tensor.
 *
 * @returns the dimension, counted from the start
 * @throws ArgumentError, DTypeError, ShapeError or IndexError when there is no such dimension or the indices are no
 *   int32 vector of indices into it
 */
export function checkIndexVector(
  operation: string,
  x: StridedElements,
  dimension: number,
  indices: StridedElements,
): number {
  const d = checkDimension(operation, dimension, x.size().length);
  checkIsIndices(operation, indices);
  if (indices.size().length !== 1) {
    throw new ShapeError(`${operation}: expected a vector of indices, got size ${formatSize(indices.size())}`);
  }
  checkRange(operation, indices, x.size()[d]);
  return d;
}

/**
 * Checks a tensor of indices into a dimension of a tensor, whose other dimensions it shares.
 *
 * @returns the dimension, counted from the start
 * @throws ArgumentError, DTypeError, ShapeError or IndexError when there is no such dimension or the indices are not
 *   int32 indices into it
 */
export function checkIndexTensor(
  operation: string,
  x: StridedElements,
  dimension: number,
  indices: StridedElements,
): number {
  const d = checkDimension(operation, dimension, x.size().length);
  checkIsIndices(operation, indices);
  const size = indices.size();
  const expected = withExtent(x.size(), d, size.length > d ? size[d] : 0);
  if (!sameSize(size, expected)) {
    throw new ShapeError(
      `${operation}: expected indices of a size that differs from ${formatSize(x.size())} in dimension ${d} at most, got ${formatSize(size)}`,
    );
  }
  checkRange(operation, indices, x.size()[d]);
  return d;
}

/**
 * Checks what is written to the indexed elements.
 *
 * @throws ArgumentError, DTypeError or ShapeError unless it is a tensor of the dtype and of the expected size
 */
export function checkSource<D extends DType>(
  operation: string,
  x: StridedElements<D>,
  source: StridedElements<D>,
  expected: Size,
): void {
  checkSameDType(operation, x, source);
  if (!sameSize(source.size(), expected)) {
    throw new ShapeError(
      `${operation}: expected a source of size ${formatSize(expected)}, got ${formatSize(source.size())}`,
    );
  }
}

/** The size with one dimension changed. */
export function withExtent(size: Size, dimension: number, extent: number): Size {
  return size.map((old, d) => (d === dimension ? extent : old));
}

function checkIsIndices(operation: string, indices: StridedElements): void {
  checkTensor(operation, indices);
  if (indices.dtype !== "int32") throw new DTypeError(`${operation}: expected int32 indices, got ${indices.dtype}`);
}

function checkRange(operation: string, indices: StridedElements, extent: number): void {
  const data = indices.storage().data;
  loop.begin(indices.size(), indices.stride(), indices.stride(), indices.stride());
  do {
    let at = indices.storageOffset() + loop.x;
    for (let i = 0; i < loop.count; i++, at += loop.xStride) {
      if (data[at] < 0 || data[at] >= extent) {
        throw new IndexError(`${operation}: expected indices from 0 to ${extent - 1}, got ${data[at]}`);
      }
    }
  } while (loop.advance());
}
