import type { Tensor } from "@rushlight/tensor";

/**
 * The rows of `[N, C]`, or the one of `[C]`: how many, where the first begins, and the distances of rows and of the elements
 * of a row.
 */
export function rowsOf(
  input: Tensor,
): readonly [samples: number, start: number, rowStride: number, elementStride: number] {
  const batched = input.dim() === 2;
  return [batched ? input.size(0) : 1, input.storageOffset(), batched ? input.stride(0) : 0, input.stride(-1)];
}
