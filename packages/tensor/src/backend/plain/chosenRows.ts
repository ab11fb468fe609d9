import type { ChosenRowKernels } from "../ChosenRowKernels.ts";

/** The plain moves of rows. */
export const plainChosenRows: ChosenRowKernels = {
  gather(count, size, indices, at, x, xOffset, xStride, y, yOffset, yStride) {
    for (let i = 0; i < count; i++, yOffset += yStride) {
      const from = xOffset + indices[at + i] * xStride;
      for (let j = 0; j < size; j++) y[yOffset + j] = x[from + j];
    }
  },

  scatterAdd(count, size, indices, at, x, xOffset, xStride, y, yOffset, yStride) {
    for (let i = 0; i < count; i++, xOffset += xStride) {
      const to = yOffset + indices[at + i] * yStride;
      for (let j = 0; j < size; j++) y[to + j] += x[xOffset + j];
    }
  },
};
