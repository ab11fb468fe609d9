import type { Size } from "@rushlight/tensor";

/** Numbers that are listed by dimension, outermost first, in the order of Torch's arguments: (time,) width, height. */
export function inTorchOrder(numbers: Size): number[] {
  if (numbers.length === 1) return [...numbers];
  return [...numbers.slice(0, -2), numbers[numbers.length - 1], numbers[numbers.length - 2]];
}
