import type { Tensor } from "../tensor/Tensor.ts";

/** A gradient with respect to a tensor, most rows of which are 0: the rows that are not. */
export interface RowGradient {
  /** The numbers of the rows `[n]`, along dimension 0; a number that comes twice counts twice. */
  readonly rows: Tensor<"int32">;
  /** What is in them, `[n, ...]` with the other dimensions as in the tensor. */
  readonly values: Tensor;
}
