import type { DType } from "../dtype/DType.ts";
import type { Size } from "../shape/size.ts";
import { Tensor } from "../tensor/Tensor.ts";

/** A zero tensor, for the result of a function. */
export function newTensor<D extends DType>(dtype: D, size: Size): Tensor<D> {
  return new Tensor<D>(size, { dtype });
}
