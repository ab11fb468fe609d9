import type { DType } from "../dtype/DType.ts";
import { checkSameDType } from "../elementwise/check.ts";
import { reduceDimension } from "../reduce/reduce.ts";
import { checkDimension } from "../shape/dimension.ts";
import type { Tensor } from "../tensor/Tensor.ts";

/**
 * destination ← the sums of x along a dimension, which stays with size 1. The destination is resized; no other memory is
 * taken.
 *
 * @throws IndexError when x does not have the dimension
 * @throws DTypeError when the dtypes differ
 */
export function sumInto<D extends DType>(destination: Tensor<D>, x: Tensor<D>, dimension: number): Tensor<D> {
  const d = checkDimension("sumInto", dimension, x.dim());
  checkSameDType("sumInto", x, destination);
  destination.resize(x.size().map((extent, at) => (at === d ? 1 : extent)));
  reduceDimension("sumInto", "sum", x, d, destination);
  return destination;
}
