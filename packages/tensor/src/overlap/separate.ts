import type { DType, TypedArrayOf } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { contiguousStride } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";
import { sameElements, shareElements } from "./overlap.ts";

const loop = new StridedLoop();

/**
 * An operand that can be read while a destination is written element by element: itself, unless the destination would
 * overwrite elements that are still to be read; a dense copy then.
 */
export function separate<D extends DType>(x: StridedElements<D>, destination: StridedElements): StridedElements<D> {
  return sameElements(x, destination) || !shareElements(x, destination) ? x : denseCopy(x);
}

/** An operand that can be read in any order while a destination is written: itself, or a dense copy when they overlap. */
export function fullySeparate<D extends DType>(
  x: StridedElements<D>,
  destination: StridedElements,
): StridedElements<D> {
  return shareElements(x, destination) ? denseCopy(x) : x;
}

function denseCopy<D extends DType>(x: StridedElements<D>): StridedElements<D> {
  const copy = new Storage(x.dtype, x.nElement());
  const stride = contiguousStride(x.size());
  copyRuns(x, x.storage().data, copy.data, stride);
  return {
    dtype: x.dtype,
    storage: () => copy,
    storageOffset: () => 0,
    size: () => x.size(),
    stride: () => stride,
    nElement: () => x.nElement(),
    isContiguous: () => true,
  };
}

function copyRuns<D extends DType>(
  x: StridedElements<D>,
  from: TypedArrayOf<D>,
  to: TypedArrayOf<D>,
  stride: readonly number[],
): void {
  loop.begin(x.size(), x.stride(), stride, stride);
  do {
    let ix = x.storageOffset() + loop.x;
    for (let i = 0, iy = loop.y; i < loop.count; i++, ix += loop.xStride, iy += loop.yStride) to[iy] = from[ix];
  } while (loop.advance());
}
