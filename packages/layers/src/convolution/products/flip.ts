import type { FloatArray } from "@rushlight/tensor";

/**
 * The weights of the convolution that leads gradients back: `[planes, outputs, kernel]` from `[outputs, planes, kernel]`,
 * each kernel from its end to its beginning.
 */
export function flip(
  outputs: number,
  planes: number,
  kernelSize: number,
  weight: FloatArray,
  weightOffset: number,
  flipped: FloatArray,
  flippedOffset: number,
): void {
  for (let plane = 0; plane < planes; plane++) {
    for (let output = 0; output < outputs; output++) {
      const from = weightOffset + (output * planes + plane) * kernelSize + kernelSize - 1;
      for (let k = 0; k < kernelSize; k++) flipped[flippedOffset++] = weight[from - k];
    }
  }
}
