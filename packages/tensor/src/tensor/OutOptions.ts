import type { DType } from "../dtype/DType.ts";
import type { Tensor } from "./Tensor.ts";

/** Where the result of a function goes. */
export interface OutOptions<D extends DType = DType> {
  /** The tensor that takes the result and is resized to fit; it may be an operand. A new tensor when left out. */
  readonly out?: Tensor<D> | undefined;
}

/** Where the two results of a function go: values of the operand's dtype, and indices. */
export interface OutPairOptions<D extends DType = DType> {
  /** The tensors that take the results and are resized to fit. New ones when left out. */
  readonly out?: readonly [values: Tensor<D>, indices: Tensor<"int32">] | undefined;
}
