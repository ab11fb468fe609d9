import type { Tensor } from "@rushlight/tensor";

/** result ← x − y, resized to x; y has x's size. */
export function subtract(result: Tensor, x: Tensor, y: Tensor): Tensor {
  return result.resizeAs(x).copy(x).add(-1, y);
}
