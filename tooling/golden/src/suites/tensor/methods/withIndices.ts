import type { Tensor } from "@rushlight/tensor";
import { oneBased } from "../../../mapping/indices.ts";

/** Values with their indices as Torch7 counts them. */
export function withIndices([values, indices]: readonly [Tensor, Tensor]): readonly [Tensor, Tensor] {
  return [values, oneBased(indices)];
}
