import { IndexError } from "../errors/IndexError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { formatSize, type Size } from "../shape/size.ts";
import type { Storage } from "../storage/Storage.ts";

/**
 * Checks that all elements of a view are in a storage.
 *
 * @throws ShapeError when sizes and strides do not match
 * @throws IndexError when an element would be outside
 */
export function checkInside(storage: Storage, offset: number, size: Size, stride: Size): void {
  if (size.length !== stride.length) {
    throw new ShapeError(
      `expected one stride for each size, got size ${formatSize(size)} and stride ${formatSize(stride)}`,
    );
  }
  let last = offset;
  for (let d = 0; d < size.length; d++) {
    if (!Number.isInteger(stride[d]) || stride[d] < 0) {
      throw new ShapeError(`expected strides of 0 or more, got ${formatSize(stride)}`);
    }
    last += (size[d] - 1) * stride[d];
  }
  const end = size.length === 0 ? offset : last + 1;
  if (!Number.isInteger(offset) || offset < 0 || end > storage.size) {
    throw new IndexError(
      `expected a view inside a storage of ${storage.size} elements, got offset ${offset}, size ${formatSize(size)}, stride ${formatSize(stride)}`,
    );
  }
}
