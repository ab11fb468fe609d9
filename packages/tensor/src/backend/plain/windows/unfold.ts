import type { FloatArray } from "../../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../../WindowKernels.ts";
import { endInside, firstInside } from "./inside.ts";

/** The windows as columns. */
export const unfold: WindowKernels["unfold"] = (g, planes, x, xOffset, columns, columnsOffset) => {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  const outputSize = g.outputTime * g.outputHeight * g.outputWidth;
  for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
    for (let kt = 0; kt < g.kernelTime; kt++) {
      for (let kh = 0; kh < g.kernelHeight; kh++) {
        for (let kw = 0; kw < g.kernelWidth; kw++, columnsOffset += outputSize) {
          unfoldRow(g, kt, kh, kw, x, xOffset, columns, columnsOffset);
        }
      }
    }
  }
};

/** The columns back to where they came from. */
export const fold: WindowKernels["fold"] = (g, planes, columns, columnsOffset, x, xOffset) => {
  const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
  const outputSize = g.outputTime * g.outputHeight * g.outputWidth;
  for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
    for (let kt = 0; kt < g.kernelTime; kt++) {
      for (let kh = 0; kh < g.kernelHeight; kh++) {
        for (let kw = 0; kw < g.kernelWidth; kw++, columnsOffset += outputSize) {
          foldRow(g, kt, kh, kw, columns, columnsOffset, x, xOffset);
        }
      }
    }
  }
};

/** One row of the columns: what lies under one position of all windows. */
function unfoldRow(
  g: WindowGeometry,
  kt: number,
  kh: number,
  kw: number,
  x: FloatArray,
  plane: number,
  columns: FloatArray,
  to: number,
): void {
  const startW = kw * g.dilationWidth - g.padWidth;
  const first = firstInside(startW, g.strideWidth, g.outputWidth);
  const end = endInside(startW, g.strideWidth, g.outputWidth, g.inputWidth, first);
  for (let ot = 0, t = kt * g.dilationTime - g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
    for (let oh = 0, h = kh * g.dilationHeight - g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
      const outside = t < 0 || t >= g.inputTime || h < 0 || h >= g.inputHeight;
      const from = outside ? g.outputWidth : first;
      let ow = 0;
      for (; ow < from; ow++) columns[to++] = 0;
      let at = plane + (t * g.inputHeight + h) * g.inputWidth + startW + ow * g.strideWidth;
      for (; ow < end; ow++, at += g.strideWidth) columns[to++] = x[at];
      for (; ow < g.outputWidth; ow++) columns[to++] = 0;
    }
  }
}

/** Adds one row of the columns to where it came from. */
function foldRow(
  g: WindowGeometry,
  kt: number,
  kh: number,
  kw: number,
  columns: FloatArray,
  from: number,
  x: FloatArray,
  plane: number,
): void {
  const startW = kw * g.dilationWidth - g.padWidth;
  const first = firstInside(startW, g.strideWidth, g.outputWidth);
  const end = endInside(startW, g.strideWidth, g.outputWidth, g.inputWidth, first);
  for (let ot = 0, t = kt * g.dilationTime - g.padTime; ot < g.outputTime; ot++, t += g.strideTime) {
    for (let oh = 0, h = kh * g.dilationHeight - g.padHeight; oh < g.outputHeight; oh++, h += g.strideHeight) {
      if (t >= 0 && t < g.inputTime && h >= 0 && h < g.inputHeight) {
        let at = plane + (t * g.inputHeight + h) * g.inputWidth + startW + first * g.strideWidth;
        for (let ow = first; ow < end; ow++, at += g.strideWidth) x[at] += columns[from + ow];
      }
      from += g.outputWidth;
    }
  }
}
