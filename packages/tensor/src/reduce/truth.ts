import type { TypedArray } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";

const loop = new StridedLoop();

/** True when some element is zero, or when some is not. NaN is not zero. False for an empty tensor. */
export function hasElement(kind: "zero" | "nonzero", x: StridedElements): boolean {
  if (x.nElement() === 0) return false;
  loop.begin(x.size(), x.stride(), x.stride(), x.stride());
  do {
    if (runHas(kind === "zero", loop.count, x.storage().data, x.storageOffset() + loop.x, loop.xStride)) return true;
  } while (loop.advance());
  return false;
}

/**
 * mask ← 1 where every element of a run of x along a dimension is not zero, or where any is, else 0. The mask has x's
 * size with that dimension 1.
 */
export function truthInto(
  quantifier: "all" | "any",
  x: StridedElements,
  dimension: number,
  mask: StridedElements<"uint8">,
): void {
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const from = x.storage().data;
  const to = mask.storage().data;
  const seeksZero = quantifier === "all";
  loop.begin(mask.size(), x.stride(), mask.stride(), mask.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    let iy = mask.storageOffset() + loop.y;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) {
      to[iy] = runHas(seeksZero, length, from, ix, stride) === seeksZero ? 0 : 1;
    }
  } while (loop.advance());
}

function runHas(zero: boolean, count: number, x: TypedArray, at: number, stride: number): boolean {
  for (let i = 0; i < count; i++, at += stride) if ((x[at] === 0) === zero) return true;
  return false;
}
