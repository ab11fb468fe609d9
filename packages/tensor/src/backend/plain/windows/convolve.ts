import type { FloatArray } from "../../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../../WindowKernels.ts";
import { plainMatrix } from "../matrix.ts";
import { unfold } from "./unfold.ts";

/** What samples are unfolded into. */
let columns32 = new Float32Array();
let columns64 = new Float64Array();

/** Unfolds after all: a product of matrices is the fastest way to multiply here. */
export const convolve: WindowKernels["convolve"] = (
  g,
  planes,
  outputs,
  samples,
  x,
  xOffset,
  weight,
  weightOffset,
  bias,
  biasOffset,
  y,
  yOffset,
) => {
  const count = g.outputTime * g.outputHeight * g.outputWidth;
  const terms = planes * g.kernelTime * g.kernelHeight * g.kernelWidth;
  const columns = columnsFor(x, terms * count);
  const beta = bias === undefined ? 0 : 1;
  for (let sample = 0; sample < samples; sample++) {
    if (bias !== undefined) {
      for (let o = 0; o < outputs; o++) y.fill(bias[biasOffset + o], yOffset + o * count, yOffset + (o + 1) * count);
    }
    unfold(g, planes, x, xOffset, columns, 0);
    plainMatrix.gemm(
      ...([false, false, outputs, count, terms, 1, weight, weightOffset, terms] as const),
      ...([columns, 0, count, beta, y, yOffset, count] as const),
    );
    xOffset += planes * planeSize(g);
    yOffset += outputs * count;
  }
};

/** As above. */
export const convolveWeightGradient: WindowKernels["convolveWeightGradient"] = (
  g,
  planes,
  outputs,
  samples,
  scale,
  x,
  xOffset,
  gradY,
  gradYOffset,
  gradWeight,
  gradWeightOffset,
) => {
  const count = g.outputTime * g.outputHeight * g.outputWidth;
  const terms = planes * g.kernelTime * g.kernelHeight * g.kernelWidth;
  const columns = columnsFor(x, terms * count);
  for (let sample = 0; sample < samples; sample++) {
    unfold(g, planes, x, xOffset, columns, 0);
    plainMatrix.gemm(
      ...([false, true, outputs, terms, count, scale, gradY, gradYOffset, count] as const),
      ...([columns, 0, count, 1, gradWeight, gradWeightOffset, terms] as const),
    );
    xOffset += planes * planeSize(g);
    gradYOffset += outputs * count;
  }
};

function planeSize(g: WindowGeometry): number {
  return g.inputTime * g.inputHeight * g.inputWidth;
}

/** Room for so many elements like those of an array, with anything in it: it grows to the largest need and stays. */
function columnsFor(like: FloatArray, count: number): FloatArray {
  if (like instanceof Float32Array) {
    if (columns32.length < count) columns32 = new Float32Array(count);
    return columns32;
  }
  if (columns64.length < count) columns64 = new Float64Array(count);
  return columns64;
}
