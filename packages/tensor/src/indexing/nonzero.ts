import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";

const loop = new StridedLoop();

/** How many elements are not 0. NaN is not 0. */
export function countNonzero(x: StridedElements): number {
  if (x.nElement() === 0) return 0;
  const data = x.storage().data;
  let count = 0;
  loop.begin(x.size(), x.stride(), x.stride(), x.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride) if (data[ix] !== 0) count++;
  } while (loop.advance());
  return count;
}

/**
 * y ← the indices of the elements that are not 0, in row-major order: one row for each, one column for each dimension. y
 * has that size and does not overlap x.
 */
export function nonzeroInto(x: StridedElements, y: StridedElements<"int32">): void {
  if (y.nElement() === 0) return;
  const data = x.storage().data;
  const to = y.storage().data;
  const [rowStride, columnStride] = y.stride();
  const size = x.size();
  let row = y.storageOffset();
  let position = 0;
  loop.begin(size, x.stride(), x.stride(), x.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    for (let i = 0; i < loop.count; i++, position++, ix += loop.xStride) {
      if (data[ix] === 0) continue;
      let rest = position;
      for (let d = size.length - 1; d >= 0; d--) {
        const outer = Math.floor(rest / size[d]);
        to[row + d * columnStride] = rest - outer * size[d];
        rest = outer;
      }
      row += rowStride;
    }
  } while (loop.advance());
}
