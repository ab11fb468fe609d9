import type { DType } from "../dtype/DType.ts";
import type { StridedElements } from "../layout/StridedElements.ts";
import { viewOf } from "../layout/viewOf.ts";
import { contiguousStride } from "../shape/size.ts";
import { Storage } from "../storage/Storage.ts";
import { copyInto } from "./copy.ts";

/** y ← the elements of x in row-major order; both have as many elements and one dtype, and do not overlap. */
export function copyInOrder<D extends DType>(x: StridedElements<D>, y: StridedElements<D>): void {
  if (y.isContiguous()) {
    copyInto(x, viewOf(y, y.storageOffset(), x.size(), contiguousStride(x.size())));
  } else {
    const from = dense(x);
    copyInto(viewOf(from, from.storageOffset(), y.size(), contiguousStride(y.size())), y);
  }
}

/** A tensor itself when its elements lie one after the other, else a copy of them. */
export function dense<D extends DType>(x: StridedElements<D>): StridedElements<D> {
  if (x.isContiguous()) return x;
  const storage = new Storage(x.dtype, x.nElement());
  const copy = viewOf({ dtype: x.dtype, storage: () => storage }, 0, x.size(), contiguousStride(x.size()));
  copyInto(x, copy);
  return copy;
}
