import { copyInto } from "../elementwise/copy.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { viewOf } from "../layout/viewOf.ts";
import { formatSize, type Size } from "../shape/size.ts";

/**
 * The size of a tensor repeated so often along each dimension; counts beyond its dimensions come first.
 *
 * @throws ShapeError unless there are whole numbers from 1 up, at least one for each dimension
 */
export function repeatedSize(operation: string, size: Size, counts: Size): Size {
  const extra = counts.length - size.length;
  if (size.length === 0 || extra < 0 || !counts.every((count) => Number.isInteger(count) && count > 0)) {
    throw new ShapeError(
      `${operation}: expected a count of at least 1 for each dimension of size ${formatSize(size)}, got ${formatSize(counts)}`,
    );
  }
  return counts.map((count, d) => (d < extra ? count : count * size[d - extra]));
}

/** y ← x so often along each dimension; y has the {@link repeatedSize} and does not overlap x. */
export function repeatInto(x: StridedElements, counts: Size, y: StridedElements): void {
  const extra = counts.length - x.size().length;
  const size: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  // Each dimension as two: the repetitions, which x sees with stride 0, and what is repeated.
  counts.forEach((count, d) => {
    const extent = d < extra ? 1 : x.size()[d - extra];
    size.push(count, extent);
    from.push(0, d < extra ? 0 : x.stride()[d - extra]);
    to.push(y.stride()[d] * extent, y.stride()[d]);
  });
  copyInto(viewOf(x, x.storageOffset(), size, from), viewOf(y, y.storageOffset(), size, to));
}
