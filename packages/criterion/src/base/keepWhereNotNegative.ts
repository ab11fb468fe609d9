import { type Tensor, zipInto } from "@rushlight/tensor";

/** values ← values where `where` is at least 0, else 0, for finite values; all three of one size, `memory` resized to it. */
export function keepWhereNotNegative(values: Tensor, where: Tensor, memory: Tensor): Tensor {
  // (v/2) ± (v/2): the kernels that pass a value on compare strictly, but this one.
  values.mul(0.5);
  zipInto("keepWhereNotNegative", "absGradient", values, where, memory.resizeAs(values));
  return values.add(1, memory);
}
