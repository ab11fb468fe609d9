import type { FloatArray } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import type { IntegerArray } from "../backend/integer/IntegerArray.ts";
import { integerMap } from "../backend/integer/integerMap.ts";
import { integerZip } from "../backend/integer/integerZip.ts";
import type { TypedArray } from "../dtype/DType.ts";

/** Moves a run of elements of one slice between a tensor and what is read from it or written to it. */
export type SliceKernel<A> = (
  count: number,
  whole: A,
  wholeOffset: number,
  wholeStride: number,
  part: A,
  partOffset: number,
  partStride: number,
) => void;

/** Moves elements along the indexed dimension: element i of the part is element indices[i] of the tensor. */
type LineKernel = (
  count: number,
  whole: TypedArray,
  wholeOffset: number,
  wholeStride: number,
  indices: Int32Array,
  indicesOffset: number,
  indicesStride: number,
  part: TypedArray,
  partOffset: number,
  partStride: number,
) => void;

/** Moves dense rows of a tensor, those of the part one after the other. */
type RowsKernel = (
  count: number,
  size: number,
  indices: Int32Array,
  indicesOffset: number,
  whole: FloatArray,
  wholeOffset: number,
  wholeStride: number,
  part: FloatArray,
  partOffset: number,
  partStride: number,
) => void;

/** One way to use indexed elements: row by row where there is a kernel for that, else slice by slice or line by line. */
export interface Access {
  readonly rows?: RowsKernel;
  readonly floats: SliceKernel<FloatArray>;
  readonly integers: SliceKernel<IntegerArray>;
  readonly line: LineKernel;
}

/** part ← the indexed elements. */
export const read: Access = {
  rows(count, size, indices, at, whole, iw, wStride, part, ip, pStride) {
    backend().chosenRows.gather(count, size, indices, at, whole, iw, wStride, part, ip, pStride);
  },
  floats(count, whole, iw, wStride, part, ip, pStride) {
    if (isLong(count, wStride, pStride)) part.set(whole.subarray(iw, iw + count), ip);
    else backend().map.copy(count, whole, iw, wStride, part, ip, pStride, 0, 0);
  },
  integers(count, whole, iw, wStride, part, ip, pStride) {
    if (isLong(count, wStride, pStride)) part.set(whole.subarray(iw, iw + count), ip);
    else integerMap.copy(count, whole, iw, wStride, part, ip, pStride, 0, 0);
  },
  line(count, whole, iw, wStride, indices, ii, iStride, part, ip, pStride) {
    for (let i = 0; i < count; i++, ii += iStride, ip += pStride) part[ip] = whole[iw + indices[ii] * wStride];
  },
};

/** The indexed elements ← part, the later ones last. */
export const write: Access = {
  floats(count, whole, iw, wStride, part, ip, pStride) {
    if (isLong(count, wStride, pStride)) whole.set(part.subarray(ip, ip + count), iw);
    else backend().map.copy(count, part, ip, pStride, whole, iw, wStride, 0, 0);
  },
  integers(count, whole, iw, wStride, part, ip, pStride) {
    if (isLong(count, wStride, pStride)) whole.set(part.subarray(ip, ip + count), iw);
    else integerMap.copy(count, part, ip, pStride, whole, iw, wStride, 0, 0);
  },
  line(count, whole, iw, wStride, indices, ii, iStride, part, ip, pStride) {
    for (let i = 0; i < count; i++, ii += iStride, ip += pStride) whole[iw + indices[ii] * wStride] = part[ip];
  },
};

/** The indexed elements ← themselves plus part, one after the other. */
export const accumulate: Access = {
  rows(count, size, indices, at, whole, iw, wStride, part, ip, pStride) {
    backend().chosenRows.scatterAdd(count, size, indices, at, part, ip, pStride, whole, iw, wStride);
  },
  floats(count, whole, iw, wStride, part, ip, pStride) {
    backend().zip.add(count, whole, iw, wStride, part, ip, pStride, whole, iw, wStride, 1, 0);
  },
  integers(count, whole, iw, wStride, part, ip, pStride) {
    integerZip.add(count, whole, iw, wStride, part, ip, pStride, whole, iw, wStride, 1, 0);
  },
  line(count, whole, iw, wStride, indices, ii, iStride, part, ip, pStride) {
    for (let i = 0; i < count; i++, ii += iStride, ip += pStride) whole[iw + indices[ii] * wStride] += part[ip];
  },
};

/** True for dense runs that copy faster as a block than element by element. */
function isLong(count: number, wholeStride: number, partStride: number): boolean {
  return count >= 32 && wholeStride === 1 && partStride === 1;
}
