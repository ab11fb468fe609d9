import { sameSize } from "@rushlight/tensor";
import type { TensorMethod } from "./TensorMethod.ts";

/** Sizes, strides and storages. */
export const layoutMethods: Readonly<Record<string, TensorMethod>> = {
  contiguous: (x) => x.contiguous(),
  dim: (x) => x.dim(),
  isContiguous: (x) => x.isContiguous(),
  isSameSizeAs: (x, a) => x.isSameSizeAs(a.tensor(0)),
  isSize: (x, a) => sameSize(x.size(), a.sizes(0)),
  nDimension: (x) => x.dim(),
  nElement: (x) => x.nElement(),
  resize: (x, a) => x.resize(a.sizes(0)),
  resizeAs: (x, a) => x.resizeAs(a.tensor(0)),
  set: (x, a) => x.set(a.tensor(0)),
  size: (x, a) => (a.has(0) ? x.size(a.dimension(0)) : x.size()),
  storageOffset: (x) => x.storageOffset() + 1,
  stride: (x, a) => (a.has(0) ? x.stride(a.dimension(0)) : x.stride()),
};
