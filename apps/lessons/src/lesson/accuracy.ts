import type { Tensor } from "@rushlight/tensor";

/**
 * The share of rows whose largest score is that of the right class.
 *
 * @param scores `[N, C]`
 * @param classes `[N]`
 */
export function accuracy(scores: Tensor, classes: Tensor): number {
  const [, largest] = scores.max(1, { keepDim: false });
  return largest.eq(classes.to("int32")).to("float32").mean();
}
