import { ShapeError } from "../errors/ShapeError.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { formatSize, sameSize } from "../shape/size.ts";
import { hasSum, type Term } from "./hasSum.ts";

/** True when both name the same elements in the same order. */
export function sameElements(a: StridedElements, b: StridedElements): boolean {
  return (
    a === b ||
    (a.dtype === b.dtype &&
      a.storage().data === b.storage().data &&
      a.storageOffset() === b.storageOffset() &&
      sameSize(a.size(), b.size()) &&
      sameSize(a.stride(), b.stride()))
  );
}

/** True when the storages of both lie in the same memory, in whole or in part. */
export function shareStorage(a: StridedElements, b: StridedElements): boolean {
  const first = a.storage().data;
  const second = b.storage().data;
  return (
    first.buffer === second.buffer &&
    first.byteOffset < second.byteOffset + second.byteLength &&
    second.byteOffset < first.byteOffset + first.byteLength
  );
}

/** True when an element of one is an element of the other, or, for different dtypes, when their memory may coincide. */
export function shareElements(a: StridedElements, b: StridedElements): boolean {
  const first = a.storage().data;
  const second = b.storage().data;
  if (first.buffer !== second.buffer || a.nElement() === 0 || b.nElement() === 0) return false;
  const aStart = first.byteOffset + a.storageOffset() * first.BYTES_PER_ELEMENT;
  const bStart = second.byteOffset + b.storageOffset() * second.BYTES_PER_ELEMENT;
  const aEnd = aStart + reach(a) * first.BYTES_PER_ELEMENT;
  const bEnd = bStart + reach(b) * second.BYTES_PER_ELEMENT;
  if (aEnd <= bStart || bEnd <= aStart) return false;
  const distance = (bStart - aStart) / first.BYTES_PER_ELEMENT;
  if (a.dtype !== b.dtype || !Number.isInteger(distance)) return true;
  return hasSum([...termsOf(a, 1), ...termsOf(b, -1)], distance);
}

/**
 * Checks that no two elements of a destination are the same element of its storage, as after `expand` or `unfold`.
 *
 * @param operation what messages call what writes there
 * @throws ShapeError when they are
 * @example
 * ```ts
 * import { checkDestination, ShapeError, tensor } from "@rushlight/tensor";
 *
 * const rows = tensor([[1, 2], [3, 4]]);
 * checkDestination("step", rows.t());
 * try {
 *   checkDestination("step", tensor([1]).expand(3));
 * } catch (error) {
 *   console.log(error instanceof ShapeError); // true
 * }
 * ```
 */
export function checkDestination(operation: string, z: StridedElements): void {
  if (z.isContiguous() || isNested(z) || isApart(z)) return;
  throw new ShapeError(
    `${operation}: expected a destination whose elements are apart, got size ${formatSize(z.size())} with stride ${formatSize(z.stride())}; write to a clone()`,
  );
}

/** How far the elements reach in their storage, from the first on. */
function reach(x: StridedElements): number {
  return x.size().reduce((total, extent, d) => total + (extent - 1) * x.stride()[d], 1);
}

function termsOf(x: StridedElements, sign: 1 | -1): Term[] {
  return x.size().map((extent, d) => {
    const stride = x.stride()[d];
    return sign === 1 ? { stride, least: 0, most: extent - 1 } : { stride, least: 1 - extent, most: 0 };
  });
}

/** True when each stride is longer than all that the shorter ones span: no two elements can coincide. */
function isNested(x: StridedElements): boolean {
  const size = x.size();
  const stride = x.stride();
  for (let d = 0; d < size.length; d++) {
    if (size[d] === 1) continue;
    let span = 0;
    for (let e = 0; e < size.length; e++) {
      if (e === d || size[e] === 1) continue;
      if (stride[e] === stride[d]) return false;
      if (stride[e] < stride[d]) span += (size[e] - 1) * stride[e];
    }
    if (stride[d] <= span) return false;
  }
  return true;
}

/** True when two different positions never fall on one element: the exact answer, for strides that are not nested. */
function isApart(x: StridedElements): boolean {
  const terms = x.size().map((extent, d) => ({ stride: x.stride()[d], least: 1 - extent, most: extent - 1 }));
  // Positions that coincide differ first in some dimension d, where one may be taken as the larger.
  return terms.every((term, d) => {
    if (term.most === 0) return true;
    return !hasSum([{ ...term, least: 1 }, ...terms.slice(d + 1)], 0);
  });
}
