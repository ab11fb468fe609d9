import type { FloatArray } from "../../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../../WindowKernels.ts";
import { forEachGivenWindow, type WindowVisitor } from "./givenWindows.ts";
import { endInside, firstInside } from "./inside.ts";

/** The largest element of each window and its position. */
export const maxPool: WindowKernels["maxPool"] = (g, planes, x, xOffset, y, yOffset, positions, positionsOffset) => {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
    for (let ot = 0, t = -g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
      for (let oh = 0, h = -g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
        for (let ow = 0, w = -g.padWidth; ow < g.outputWidth; ow++, w += g.strideWidth) {
          const position = largestInWindow(g, x, xOffset, t, h, w);
          positions[positionsOffset++] = position;
          y[yOffset++] = position < 0 ? -Infinity : x[xOffset + position];
        }
      }
    }
  }
};

/** Where in its plane the first of the largest elements of a window is; −1 when none is above −Infinity. */
function largestInWindow(g: WindowGeometry, x: FloatArray, plane: number, t: number, h: number, w: number): number {
  const firstT = firstInside(t, g.dilationTime, g.kernelTime);
  const firstH = firstInside(h, g.dilationHeight, g.kernelHeight);
  const firstW = firstInside(w, g.dilationWidth, g.kernelWidth);
  const endT = endInside(t, g.dilationTime, g.kernelTime, g.inputTime, firstT);
  const endH = endInside(h, g.dilationHeight, g.kernelHeight, g.inputHeight, firstH);
  const endW = endInside(w, g.dilationWidth, g.kernelWidth, g.inputWidth, firstW);
  let largest = -Infinity;
  let position = -1;
  for (let kt = firstT; kt < endT; kt++) {
    for (let kh = firstH; kh < endH; kh++) {
      const row = ((t + kt * g.dilationTime) * g.inputHeight + h + kh * g.dilationHeight) * g.inputWidth + w;
      for (let kw = firstW; kw < endW; kw++) {
        const at = row + kw * g.dilationWidth;
        const value = x[plane + at];
        if (value > largest) {
          largest = value;
          position = at;
        }
      }
    }
  }
  return position;
}

/** The largest element of each window that is given, and its position. */
export const maxPoolWithin: WindowKernels["maxPoolWithin"] = (
  extents,
  planes,
  bounds,
  boundsOffset,
  boundsStep,
  x,
  xOffset,
  y,
  yOffset,
  positions,
  positionsOffset,
) => {
  const visit: WindowVisitor = ({ inputHeight, inputWidth }, from, plane, t0, t1, h0, h1, w0, w1, _divisor, to, at) => {
    let largest = -Infinity;
    let position = -1;
    for (let t = t0; t < t1; t++) {
      for (let h = h0; h < h1; h++) {
        const row = (t * inputHeight + h) * inputWidth;
        for (let w = w0; w < w1; w++) {
          const value = from[plane + row + w];
          if (value > largest) {
            largest = value;
            position = row + w;
          }
        }
      }
    }
    to[at] = largest;
    positions[positionsOffset + at - yOffset] = position;
  };
  forEachGivenWindow(visit, extents, planes, bounds, boundsOffset, boundsStep, x, xOffset, y, yOffset);
};

/** Each gradient to its position. */
export const maxPoolGradient: WindowKernels["maxPoolGradient"] = (
  planes,
  inputSize,
  outputSize,
  gradOutput,
  gradOutputOffset,
  positions,
  positionsOffset,
  gradInput,
  gradInputOffset,
) => {
  for (let plane = 0; plane < planes; plane++, gradInputOffset += inputSize) {
    for (let i = 0; i < outputSize; i++) {
      const position = positions[positionsOffset++];
      if (position >= 0) gradInput[gradInputOffset + position] += gradOutput[gradOutputOffset];
      gradOutputOffset++;
    }
  }
};
