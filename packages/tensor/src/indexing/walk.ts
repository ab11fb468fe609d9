import { allocateTypedArray, type DType, type FloatDType, type TypedArrayOf } from "../dtype/DType.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { viewOf } from "../layout/viewOf.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import type { Size } from "../shape/size.ts";
import type { Access, SliceKernel } from "./access.ts";
import { withExtent } from "./checkIndices.ts";

const loop = new StridedLoop();

/** Slices whose runs are shorter than this are faster line by line. */
const SHORTEST_RUN = 8;

/**
 * Uses the slices of a tensor that a vector of indices names: slice i of `part` belongs to slice `indices[i]` of
 * `whole`. Neither the part nor the indices overlap what is written.
 */
export function walkSlices<D extends DType>(
  access: Access,
  whole: StridedElements<D>,
  dimension: number,
  indices: StridedElements<"int32">,
  part: StridedElements<D>,
): void {
  loop.begin(withExtent(part.size(), dimension, 1), whole.stride(), part.stride(), part.stride());
  if (loop.count < SHORTEST_RUN) {
    const stride = part.size().map((_, d) => (d === dimension ? indices.stride()[0] : 0));
    walkLines(access, whole, dimension, viewOf(indices, indices.storageOffset(), part.size(), stride), part);
  } else if (hasFloats(whole) && hasFloats(part)) {
    if (!wholeRows(access, whole, dimension, indices, part)) eachSlice(access.floats, whole, dimension, indices, part);
  } else if (hasIntegers(whole) && hasIntegers(part)) {
    eachSlice(access.integers, whole, dimension, indices, part);
  }
}

/**
 * Uses the elements of a tensor that a tensor of indices names: along the dimension, element i of `part` belongs to
 * element `indices[i]` of `whole`. Neither the part nor the indices overlap what is written.
 */
export function walkLines<D extends DType>(
  access: Access,
  whole: StridedElements<D>,
  dimension: number,
  indices: StridedElements<"int32">,
  part: StridedElements<D>,
): void {
  const count = indices.size()[dimension];
  loop.begin(withExtent(indices.size(), dimension, 1), whole.stride(), indices.stride(), part.stride());
  do {
    let iw = whole.storageOffset() + loop.x;
    let ii = indices.storageOffset() + loop.y;
    let ip = part.storageOffset() + loop.z;
    for (let i = 0; i < loop.count; i++, iw += loop.xStride, ii += loop.yStride, ip += loop.zStride) {
      access.line(
        count,
        whole.storage().data,
        iw,
        whole.stride()[dimension],
        indices.storage().data,
        ii,
        indices.stride()[dimension],
        part.storage().data,
        ip,
        part.stride()[dimension],
      );
    }
  } while (loop.advance());
}

/** One number as a tensor of any size. */
export function constant<D extends DType>(dtype: D, value: number, size: Size): StridedElements<D> {
  const data = allocateTypedArray(dtype, 1);
  data[0] = value;
  const memory = { dtype, storage: () => ({ data }) };
  const stride = new Array<number>(size.length).fill(0);
  return viewOf(memory, 0, size, stride);
}

/** Goes on with the loop that {@link walkSlices} began, if slices are dense rows and there is a kernel for such. */
function wholeRows(
  { rows }: Access,
  whole: StridedElements<FloatDType>,
  dimension: number,
  indices: StridedElements<"int32">,
  part: StridedElements<FloatDType>,
): boolean {
  const count = part.size()[dimension];
  const dense = loop.count * count === part.nElement() && loop.xStride === 1 && loop.yStride === 1;
  if (rows === undefined || !dense || !indices.isContiguous()) return false;
  const from = indices.storage().data;
  const data = whole.storage().data;
  const other = part.storage().data;
  const wholeStride = whole.stride()[dimension];
  const partStride = part.stride()[dimension];
  const [iw, ip] = [whole.storageOffset(), part.storageOffset()];
  rows(count, loop.count, from, indices.storageOffset(), data, iw, wholeStride, other, ip, partStride);
  return true;
}

/** Goes on with the loop that {@link walkSlices} began. */
function eachSlice<D extends DType>(
  kernel: SliceKernel<TypedArrayOf<D>>,
  whole: StridedElements<D>,
  dimension: number,
  indices: StridedElements<"int32">,
  part: StridedElements<D>,
): void {
  const count = part.size()[dimension];
  const wholeStride = whole.stride()[dimension];
  const partStride = part.stride()[dimension];
  const indicesStride = indices.stride()[0];
  const from = indices.storage().data;
  do {
    const iw = whole.storageOffset() + loop.x;
    let ip = part.storageOffset() + loop.y;
    let ii = indices.storageOffset();
    for (let i = 0; i < count; i++, ii += indicesStride, ip += partStride) {
      kernel(
        loop.count,
        whole.storage().data,
        iw + from[ii] * wholeStride,
        loop.xStride,
        part.storage().data,
        ip,
        loop.yStride,
      );
    }
  } while (loop.advance());
}
