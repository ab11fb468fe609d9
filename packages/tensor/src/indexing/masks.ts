import type { DType } from "../dtype/DType.ts";
import { checkSameDType, checkSameSize, checkTensor } from "../elementwise/check.ts";
import { dense } from "../elementwise/copyInOrder.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { DTypeError } from "../errors/DTypeError.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { formatSize } from "../shape/size.ts";
import { constant } from "./walk.ts";

const loop = new StridedLoop();

/**
 * Checks a mask.
 *
 * @returns how many ones it has
 * @throws ArgumentError, DTypeError or ShapeError unless it is a uint8 tensor of zeros and ones of the tensor's size
 */
export function checkMask(operation: string, x: StridedElements, mask: StridedElements): number {
  checkTensor(operation, mask);
  if (mask.dtype !== "uint8") throw new DTypeError(`${operation}: expected a uint8 mask, got ${mask.dtype}`);
  checkSameSize(operation, x, mask);
  if (mask.nElement() === 0) return 0;
  const data = mask.storage().data;
  let ones = 0;
  loop.begin(mask.size(), mask.stride(), mask.stride(), mask.stride());
  do {
    let at = mask.storageOffset() + loop.x;
    for (let i = 0; i < loop.count; i++, at += loop.xStride) {
      if (data[at] > 1) throw new ArgumentError(`${operation}: expected a mask of zeros and ones, got ${data[at]}`);
      ones += data[at];
    }
  } while (loop.advance());
  return ones;
}

/**
 * Checks a mask and what is written where it is 1.
 *
 * @throws ArgumentError, DTypeError or ShapeError unless the mask is one and the source has the dtype and an element for
 *   each of its ones
 */
export function checkMaskedSource<D extends DType>(
  operation: string,
  x: StridedElements<D>,
  mask: StridedElements,
  source: StridedElements<D>,
): void {
  checkSameDType(operation, x, source);
  const ones = checkMask(operation, x, mask);
  if (source.nElement() < ones) {
    throw new ShapeError(
      `${operation}: expected at least ${ones} elements, one for each 1 of the mask, got size ${formatSize(source.size())}`,
    );
  }
}

/** y ← the elements of x where the mask is 1, in row-major order; y is a vector of as many and overlaps neither. */
export function maskedSelectInto<D extends DType>(
  x: StridedElements<D>,
  mask: StridedElements<"uint8">,
  y: StridedElements<D>,
): void {
  if (y.nElement() === 0) return;
  const from = x.storage().data;
  const selected = mask.storage().data;
  const to = y.storage().data;
  const stride = y.stride()[0];
  let iy = y.storageOffset();
  loop.begin(x.size(), x.stride(), mask.stride(), mask.stride());
  do {
    let ix = x.storageOffset() + loop.x;
    let at = mask.storageOffset() + loop.y;
    for (let i = 0; i < loop.count; i++, ix += loop.xStride, at += loop.yStride) {
      if (selected[at] === 0) continue;
      to[iy] = from[ix];
      iy += stride;
    }
  } while (loop.advance());
}

/** z ← value where the mask is 1, which does not overlap it. */
export function maskedFillInto(z: StridedElements, mask: StridedElements<"uint8">, value: number): void {
  writeMasked(z, mask, constant(z.dtype, value, [1]), 0);
}

/** z ← the first elements of the source, in row-major order, where the mask is 1; neither overlaps z. */
export function maskedCopyInto<D extends DType>(
  z: StridedElements<D>,
  mask: StridedElements<"uint8">,
  source: StridedElements<D>,
): void {
  writeMasked(z, mask, dense(source), 1);
}

function writeMasked<D extends DType>(
  z: StridedElements<D>,
  mask: StridedElements<"uint8">,
  source: StridedElements<D>,
  step: number,
): void {
  if (z.nElement() === 0) return;
  const from = source.storage().data;
  const selected = mask.storage().data;
  const to = z.storage().data;
  let next = source.storageOffset();
  loop.begin(z.size(), z.stride(), mask.stride(), mask.stride());
  do {
    let iz = z.storageOffset() + loop.x;
    let at = mask.storageOffset() + loop.y;
    for (let i = 0; i < loop.count; i++, iz += loop.xStride, at += loop.yStride) {
      if (selected[at] === 0) continue;
      to[iz] = from[next];
      next += step;
    }
  } while (loop.advance());
}
