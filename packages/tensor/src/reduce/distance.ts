import type { FloatArray } from "../backend/Backend.ts";
import { checkOperands, floatOnly } from "../elementwise/check.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { checkPower, rootOf } from "./norm.ts";

const loop = new StridedLoop();

/**
 * The p-norm of x − y; 0 for empty tensors.
 *
 * @throws ArgumentError, ShapeError or DTypeError when the arguments do not go together
 */
export function distance(name: string, x: StridedElements, y: StridedElements, p: number): number {
  checkPower(name, p);
  checkOperands(name, x, y);
  if (!hasFloats(x) || !hasFloats(y)) throw floatOnly(name, x);
  if (x.nElement() === 0) return 0;
  const largest = p === Number.POSITIVE_INFINITY;
  const xData = x.storage().data;
  const yData = y.storage().data;
  let total = 0;
  loop.begin(x.size(), x.stride(), y.stride(), y.stride());
  do {
    const ix = x.storageOffset() + loop.x;
    const iy = y.storageOffset() + loop.y;
    const next = runDistance(loop.count, xData, ix, loop.xStride, yData, iy, loop.yStride, p);
    total = largest ? Math.max(total, next) : total + next;
  } while (loop.advance());
  return largest ? total : rootOf(total, p);
}

/** Σ |x − y|ᵖ; for p 0 how many differ, for p ∞ the largest |x − y|. */
function runDistance(
  count: number,
  x: FloatArray,
  ix: number,
  xStride: number,
  y: FloatArray,
  iy: number,
  yStride: number,
  p: number,
): number {
  let total = 0;
  if (p === 2) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total += (x[ix] - y[iy]) * (x[ix] - y[iy]);
  } else if (p === 1) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total += Math.abs(x[ix] - y[iy]);
  } else if (p === 0) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total += x[ix] === y[iy] ? 0 : 1;
  } else if (p === Number.POSITIVE_INFINITY) {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total = Math.max(total, Math.abs(x[ix] - y[iy]));
  } else {
    for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total += Math.abs(x[ix] - y[iy]) ** p;
  }
  return total;
}
