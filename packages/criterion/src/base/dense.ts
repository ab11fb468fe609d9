import type { Tensor } from "@rushlight/tensor";

/** A tensor whose elements lie side by side in row-major order: itself when it is contiguous, else a copy in `memory`. */
export function dense(tensor: Tensor, memory: Tensor): Tensor {
  return tensor.isContiguous() ? tensor : memory.resizeAs(tensor).copy(tensor);
}
