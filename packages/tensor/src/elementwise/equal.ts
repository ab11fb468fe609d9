import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";

const loop = new StridedLoop();

/** True when two tensors of one size hold the same elements. */
export function equalElements(x: StridedElements, y: StridedElements): boolean {
  if (x.nElement() === 0) return true;
  const a = x.storage().data;
  const b = y.storage().data;
  loop.begin(x.size(), x.stride(), y.stride(), y.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    let iy = y.storageOffset() + loop.y;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) if (a[ix] !== b[iy]) return false;
  } while (loop.advance());
  return true;
}
