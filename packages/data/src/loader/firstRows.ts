import type { DType } from "@rushlight/tensor";
import type { Batch } from "./Batch.ts";

/** The first `size` samples of a batch, sharing its memory. */
export function firstRows<Input extends DType, Target extends DType>(
  batch: Batch<Input, Target>,
  size: number,
): Batch<Input, Target> {
  if (size === batch.size) return batch;
  return { input: batch.input.narrow(0, 0, size), target: batch.target.narrow(0, 0, size), size };
}
