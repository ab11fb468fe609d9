import type { WindowKernels } from "../../WindowKernels.ts";

/** The mean of each window. */
export const averagePool: WindowKernels["averagePool"] = (g, planes, countPadding, x, xOffset, y, yOffset) => {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
    for (let ot = 0, t = -g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
      const t0 = start(t);
      const t1 = end(t, g.kernelTime, g.inputTime);
      const overTime = divisor(t, g.kernelTime, g.inputTime, countPadding ? g.padTime : 0);
      for (let oh = 0, h = -g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
        const h0 = start(h);
        const h1 = end(h, g.kernelHeight, g.inputHeight);
        const overHeight = divisor(h, g.kernelHeight, g.inputHeight, countPadding ? g.padHeight : 0);
        for (let ow = 0, w = -g.padWidth; ow < g.outputWidth; ow++, w += g.strideWidth) {
          const w0 = start(w);
          const w1 = end(w, g.kernelWidth, g.inputWidth);
          const overWidth = divisor(w, g.kernelWidth, g.inputWidth, countPadding ? g.padWidth : 0);
          let total = 0;
          for (let i = t0; i < t1; i++) {
            for (let j = h0; j < h1; j++) {
              const row = xOffset + (i * g.inputHeight + j) * g.inputWidth;
              for (let k = w0; k < w1; k++) total += x[row + k];
            }
          }
          y[yOffset++] = total / (overTime * overHeight * overWidth);
        }
      }
    }
  }
};

/** Equal shares of each gradient to all positions of its window. */
export const averagePoolGradient: WindowKernels["averagePoolGradient"] = (
  g,
  planes,
  countPadding,
  gradOutput,
  gradOutputOffset,
  gradInput,
  gradInputOffset,
) => {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  for (let plane = 0; plane < planes; plane++, gradInputOffset += inputSize) {
    for (let ot = 0, t = -g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
      const t0 = start(t);
      const t1 = end(t, g.kernelTime, g.inputTime);
      const overTime = divisor(t, g.kernelTime, g.inputTime, countPadding ? g.padTime : 0);
      for (let oh = 0, h = -g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
        const h0 = start(h);
        const h1 = end(h, g.kernelHeight, g.inputHeight);
        const overHeight = divisor(h, g.kernelHeight, g.inputHeight, countPadding ? g.padHeight : 0);
        for (let ow = 0, w = -g.padWidth; ow < g.outputWidth; ow++, w += g.strideWidth) {
          const w0 = start(w);
          const w1 = end(w, g.kernelWidth, g.inputWidth);
          const overWidth = divisor(w, g.kernelWidth, g.inputWidth, countPadding ? g.padWidth : 0);
          const share = gradOutput[gradOutputOffset++] / (overTime * overHeight * overWidth);
          for (let i = t0; i < t1; i++) {
            for (let j = h0; j < h1; j++) {
              const row = gradInputOffset + (i * g.inputHeight + j) * g.inputWidth;
              for (let k = w0; k < w1; k++) gradInput[row + k] += share;
            }
          }
        }
      }
    }
  }
};

// A window begins at `first`, which may lie in the padding.

/** Its first position that is not in the padding before the input. */
function start(first: number): number {
  return Math.max(first, 0);
}

/** Its first position that is not in the input any more, nor in the window. */
function end(first: number, kernel: number, extent: number): number {
  return Math.min(first + kernel, extent);
}

/** How many of its positions are in the input or in so much padding at either end. */
function divisor(first: number, kernel: number, extent: number, padding: number): number {
  return Math.max(0, Math.min(first + kernel, extent + padding) - Math.max(first, -padding));
}
