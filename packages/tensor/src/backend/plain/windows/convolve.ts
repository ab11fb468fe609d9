import type { FloatArray } from "../../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../../WindowKernels.ts";

/** One product of weights and window after the other. */
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
  const terms = planes * g.kernelTime * g.kernelHeight * g.kernelWidth;
  for (let sample = 0; sample < samples; sample++, xOffset += planes * planeSize(g)) {
    for (let o = 0; o < outputs; o++) {
      const base = bias === undefined ? 0 : bias[biasOffset + o];
      for (let ot = 0; ot < g.outputTime; ot++) {
        for (let oh = 0; oh < g.outputHeight; oh++) {
          const row = xOffset + rowOf(g, ot * g.strideTime, oh * g.strideHeight);
          for (let ow = 0; ow < g.outputWidth; ow++) {
            y[yOffset++] = base + product(g, planes, x, row + ow, weight, weightOffset + o * terms);
          }
        }
      }
    }
  }
};

/** Window after window, each added to the gradients of its weights. */
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
  const terms = planes * g.kernelTime * g.kernelHeight * g.kernelWidth;
  for (let sample = 0; sample < samples; sample++, xOffset += planes * planeSize(g)) {
    for (let o = 0; o < outputs; o++) {
      for (let ot = 0; ot < g.outputTime; ot++) {
        for (let oh = 0; oh < g.outputHeight; oh++) {
          const row = xOffset + rowOf(g, ot * g.strideTime, oh * g.strideHeight);
          for (let ow = 0; ow < g.outputWidth; ow++) {
            const factor = scale * gradY[gradYOffset++];
            addWindow(g, planes, factor, x, row + ow, gradWeight, gradWeightOffset + o * terms);
          }
        }
      }
    }
  }
};

function planeSize(g: WindowGeometry): number {
  return g.inputTime * g.inputHeight * g.inputWidth;
}

/** Where a row of a plane begins. */
function rowOf(g: WindowGeometry, t: number, h: number): number {
  return (t * g.inputHeight + h) * g.inputWidth;
}

/** Σ of the weights times the window that begins at an element of the first plane. */
function product(
  g: WindowGeometry,
  planes: number,
  x: FloatArray,
  at: number,
  weight: FloatArray,
  weightAt: number,
): number {
  let total = 0;
  for (let plane = 0; plane < planes; plane++, at += planeSize(g)) {
    for (let kt = 0; kt < g.kernelTime; kt++) {
      for (let kh = 0; kh < g.kernelHeight; kh++) {
        const row = at + rowOf(g, kt * g.dilationTime, kh * g.dilationHeight);
        for (let kw = 0; kw < g.kernelWidth; kw++) total += weight[weightAt++] * x[row + kw * g.dilationWidth];
      }
    }
  }
  return total;
}

/** weights ← weights + factor times the window that begins at an element of the first plane. */
function addWindow(
  g: WindowGeometry,
  planes: number,
  factor: number,
  x: FloatArray,
  at: number,
  weights: FloatArray,
  weightAt: number,
): void {
  for (let plane = 0; plane < planes; plane++, at += planeSize(g)) {
    for (let kt = 0; kt < g.kernelTime; kt++) {
      for (let kh = 0; kh < g.kernelHeight; kh++) {
        const row = at + rowOf(g, kt * g.dilationTime, kh * g.dilationHeight);
        for (let kw = 0; kw < g.kernelWidth; kw++) weights[weightAt++] += factor * x[row + kw * g.dilationWidth];
      }
    }
  }
}
