import type { FloatArray, RowKernels } from "../Backend.ts";

/** The plain row functions. Each walks `[outer, size, inner]` row by row; a row's elements are `inner` apart. */
export const plainRows: RowKernels = {
  softMax(outer, size, inner, x, xOffset, y, yOffset) {
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const start = o * size * inner + i;
        const largest = rowMax(size, inner, x, xOffset + start);
        let total = 0;
        for (let s = 0, ix = xOffset + start, iy = yOffset + start; s < size; s++, ix += inner, iy += inner) {
          const power = Math.exp(x[ix] - largest);
          y[iy] = power;
          total += power;
        }
        for (let s = 0, iy = yOffset + start; s < size; s++, iy += inner) y[iy] /= total;
      }
    }
  },

  softMaxGradient(outer, size, inner, output, outputOffset, gradOutput, gradOutputOffset, gradInput, gradInputOffset) {
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const start = o * size * inner + i;
        let total = 0;
        for (let s = 0, at = start; s < size; s++, at += inner) {
          total += output[outputOffset + at] * gradOutput[gradOutputOffset + at];
        }
        for (let s = 0, at = start; s < size; s++, at += inner) {
          gradInput[gradInputOffset + at] = output[outputOffset + at] * (gradOutput[gradOutputOffset + at] - total);
        }
      }
    }
  },

  logSoftMax(outer, size, inner, x, xOffset, y, yOffset) {
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const start = o * size * inner + i;
        const largest = rowMax(size, inner, x, xOffset + start);
        let total = 0;
        for (let s = 0, ix = xOffset + start; s < size; s++, ix += inner) total += Math.exp(x[ix] - largest);
        const logTotal = largest + Math.log(total);
        for (let s = 0, at = start; s < size; s++, at += inner) y[yOffset + at] = x[xOffset + at] - logTotal;
      }
    }
  },

  logSoftMaxGradient(
    outer,
    size,
    inner,
    output,
    outputOffset,
    gradOutput,
    gradOutputOffset,
    gradInput,
    gradInputOffset,
  ) {
    for (let o = 0; o < outer; o++) {
      for (let i = 0; i < inner; i++) {
        const start = o * size * inner + i;
        let total = 0;
        for (let s = 0, at = start; s < size; s++, at += inner) total += gradOutput[gradOutputOffset + at];
        for (let s = 0, at = start; s < size; s++, at += inner) {
          gradInput[gradInputOffset + at] =
            gradOutput[gradOutputOffset + at] - Math.exp(output[outputOffset + at]) * total;
        }
      }
    }
  },
};

function rowMax(size: number, stride: number, x: FloatArray, ix: number): number {
  let largest = x[ix];
  for (let s = 1; s < size; s++) {
    ix += stride;
    if (x[ix] > largest) largest = x[ix];
  }
  return largest;
}
