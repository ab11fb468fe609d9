import { Tensor } from "@rushlight/tensor";

/** A table of two tensors. */
export type Pair = readonly [Tensor, Tensor];

/** A pair of empty tensors for gradients. */
export function emptyPair(): Pair {
  return [new Tensor([], { resident: true }), new Tensor([], { resident: true })];
}
