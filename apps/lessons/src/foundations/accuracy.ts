import type { Tensor } from "@rushlight/tensor";

/** The share of rows whose largest score is that of the right class. */
export function accuracy(scores: Tensor, target: Tensor<"int32">): number {
  const [, largest] = scores.max(1, { keepDim: false });
  return largest.eq(target).to("float32").mean();
}
