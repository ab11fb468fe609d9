import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkDestination } from "../overlap/overlap.ts";
import { separate } from "../overlap/separate.ts";

/**
 * Calls `next` for each element of z in row-major order with the element and writes what it returns; `undefined` leaves
 * the element as it is.
 */
export function applyInto(name: string, z: StridedElements, next: (value: number) => number | undefined): void {
  checkDestination(name, z);
  if (z.nElement() === 0) return;
  // Not the shared loop: the callback may use tensors itself.
  const loop = new StridedLoop();
  loop.begin(z.size(), z.stride(), z.stride(), z.stride());
  do {
    let at = z.storageOffset() + loop.z;
    for (let i = 0; i < loop.count; i++, at += loop.zStride) {
      const value = next(z.storage().data[at]);
      if (value !== undefined) z.storage().data[at] = value;
    }
  } while (loop.advance());
}

/** Like {@link applyInto}, with the element of y at the same place as second argument. */
export function applyPairs(
  name: string,
  y: StridedElements,
  z: StridedElements,
  next: (value: number, other: number) => number | undefined,
): void {
  checkDestination(name, z);
  if (z.nElement() === 0) return;
  const loop = new StridedLoop();
  const other = separate(y, z);
  loop.begin(z.size(), z.stride(), other.stride(), z.stride());
  do {
    let iy = other.storageOffset() + loop.y;
    let iz = z.storageOffset() + loop.z;
    for (let i = 0; i < loop.count; i++, iy += loop.yStride, iz += loop.zStride) {
      const value = next(z.storage().data[iz], other.storage().data[iy]);
      if (value !== undefined) z.storage().data[iz] = value;
    }
  } while (loop.advance());
}
