import type { FloatArray } from "../../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../../WindowKernels.ts";
import { forEachGivenWindow, type WindowVisitor } from "./givenWindows.ts";

/** The mean of each window. */
export const averagePool: WindowKernels["averagePool"] = (g, planes, countPadding, x, xOffset, y, yOffset) => {
  forEachWindow(mean, g, planes, countPadding, x, xOffset, y, yOffset);
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
  forEachWindow(share, g, planes, countPadding, gradInput, gradInputOffset, gradOutput, gradOutputOffset);
};

/** The mean of each window that is given. */
export const averagePoolWithin: WindowKernels["averagePoolWithin"] = (
  extents,
  planes,
  bounds,
  boundsOffset,
  boundsStep,
  x,
  xOffset,
  y,
  yOffset,
) => {
  forEachGivenWindow(mean, extents, planes, bounds, boundsOffset, boundsStep, x, xOffset, y, yOffset);
};

/** As above. */
export const averagePoolWithinGradient: WindowKernels["averagePoolWithinGradient"] = (
  extents,
  planes,
  bounds,
  boundsOffset,
  boundsStep,
  gradOutput,
  gradOutputOffset,
  gradInput,
  gradInputOffset,
) => {
  forEachGivenWindow(
    share,
    extents,
    planes,
    bounds,
    boundsOffset,
    boundsStep,
    gradInput,
    gradInputOffset,
    gradOutput,
    gradOutputOffset,
  );
};

/** y ← the sum of a window over its divisor. */
const mean: WindowVisitor = ({ inputHeight, inputWidth }, x, plane, t0, t1, h0, h1, w0, w1, divisor, y, yAt) => {
  let total = 0;
  for (let t = t0; t < t1; t++) {
    for (let h = h0; h < h1; h++) {
      const row = plane + (t * inputHeight + h) * inputWidth;
      for (let w = w0; w < w1; w++) total += x[row + w];
    }
  }
  y[yAt] = total / divisor;
};

/** x ← x + y over the divisor, at all positions of a window. */
const share: WindowVisitor = ({ inputHeight, inputWidth }, x, plane, t0, t1, h0, h1, w0, w1, divisor, y, yAt) => {
  const each = y[yAt] / divisor;
  for (let t = t0; t < t1; t++) {
    for (let h = h0; h < h1; h++) {
      const row = plane + (t * inputHeight + h) * inputWidth;
      for (let w = w0; w < w1; w++) x[row + w] += each;
    }
  }
};

/** Visits all windows of a geometry: as much of each as lies in the input. */
function forEachWindow(
  visit: WindowVisitor,
  g: WindowGeometry,
  planes: number,
  countPadding: boolean,
  x: FloatArray,
  plane: number,
  y: FloatArray,
  yAt: number,
): void {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  for (let p = 0; p < planes; p++, plane += inputSize) {
    for (let ot = 0, t = -g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
      const t0 = Math.max(t, 0);
      const t1 = Math.min(t + g.kernelTime, g.inputTime);
      const overTime = positions(t, g.kernelTime, g.inputTime, countPadding ? g.padTime : 0);
      for (let oh = 0, h = -g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
        const h0 = Math.max(h, 0);
        const h1 = Math.min(h + g.kernelHeight, g.inputHeight);
        const over = overTime * positions(h, g.kernelHeight, g.inputHeight, countPadding ? g.padHeight : 0);
        for (let ow = 0, w = -g.padWidth; ow < g.outputWidth; ow++, w += g.strideWidth) {
          const w0 = Math.max(w, 0);
          const w1 = Math.min(w + g.kernelWidth, g.inputWidth);
          const divisor = over * positions(w, g.kernelWidth, g.inputWidth, countPadding ? g.padWidth : 0);
          visit(g, x, plane, t0, t1, h0, h1, w0, w1, divisor, y, yAt++);
        }
      }
    }
  }
}

/** How many positions of a window, which begins at `first`, are in the input or in so much padding at either end. */
function positions(first: number, kernel: number, extent: number, padding: number): number {
  return Math.max(0, Math.min(first + kernel, extent + padding) - Math.max(first, -padding));
}
