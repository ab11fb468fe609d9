import type { DType } from "../dtype/DType.ts";
import { elementCount, type Size } from "../shape/size.ts";
import { isDense } from "./isDense.ts";
import type { StridedElements } from "./StridedElements.ts";

/** Elements of the storage of x under another offset, other sizes and strides, which must lie inside it. */
export function viewOf<D extends DType>(
  x: Pick<StridedElements<D>, "dtype" | "storage">,
  offset: number,
  size: Size,
  stride: Size,
): StridedElements<D> {
  const count = elementCount(size);
  const dense = isDense(size, stride);
  return {
    dtype: x.dtype,
    storage: () => x.storage(),
    storageOffset: () => offset,
    size: () => size,
    stride: () => stride,
    nElement: () => count,
    isContiguous: () => dense,
  };
}
