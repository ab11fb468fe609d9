import type { FloatArray } from "../Backend.ts";
import type { WindowGeometry, WindowKernels } from "../WindowKernels.ts";

/** The plain window functions: each walks the windows in the order of the output. */
export const plainWindows: WindowKernels = {
  unfold(g, planes, x, xOffset, columns, columnsOffset) {
    const outputSize = g.outputTime * g.outputHeight * g.outputWidth;
    const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
    let to = columnsOffset;
    for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
      for (let kt = 0; kt < g.kernelTime; kt++) {
        for (let kh = 0; kh < g.kernelHeight; kh++) {
          for (let kw = 0; kw < g.kernelWidth; kw++, to += outputSize)
            unfoldRow(g, kt, kh, kw, x, xOffset, columns, to);
        }
      }
    }
  },

  fold(g, planes, columns, columnsOffset, x, xOffset) {
    const outputSize = g.outputTime * g.outputHeight * g.outputWidth;
    const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
    let from = columnsOffset;
    for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
      for (let kt = 0; kt < g.kernelTime; kt++) {
        for (let kh = 0; kh < g.kernelHeight; kh++) {
          for (let kw = 0; kw < g.kernelWidth; kw++, from += outputSize)
            foldRow(g, kt, kh, kw, columns, from, x, xOffset);
        }
      }
    }
  },

  maxPool(g, planes, x, xOffset, y, yOffset, positions, positionsOffset) {
    const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
    for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
      for (let ot = 0; ot < g.outputTime; ot++) {
        const firstT = ot * g.strideTime - g.padTime;
        for (let oh = 0; oh < g.outputHeight; oh++) {
          const firstH = oh * g.strideHeight - g.padHeight;
          for (let ow = 0; ow < g.outputWidth; ow++, yOffset++, positionsOffset++) {
            const firstW = ow * g.strideWidth - g.padWidth;
            let largest = -Infinity;
            let position = -1;
            for (let kt = 0, t = firstT; kt < g.kernelTime; kt++, t += g.dilationTime) {
              if (t < 0 || t >= g.inputTime) continue;
              for (let kh = 0, h = firstH; kh < g.kernelHeight; kh++, h += g.dilationHeight) {
                if (h < 0 || h >= g.inputHeight) continue;
                const row = (t * g.inputHeight + h) * g.inputWidth;
                for (let kw = 0, w = firstW; kw < g.kernelWidth; kw++, w += g.dilationWidth) {
                  if (w < 0 || w >= g.inputWidth) continue;
                  if (x[xOffset + row + w] > largest) {
                    largest = x[xOffset + row + w];
                    position = row + w;
                  }
                }
              }
            }
            y[yOffset] = largest;
            positions[positionsOffset] = position;
          }
        }
      }
    }
  },

  maxPoolGradient(planes, inputSize, outputSize, gradOutput, from, positions, positionsOffset, gradInput, to) {
    for (let plane = 0; plane < planes; plane++, to += inputSize) {
      for (let i = 0; i < outputSize; i++, from++, positionsOffset++) {
        const position = positions[positionsOffset];
        if (position >= 0) gradInput[to + position] += gradOutput[from];
      }
    }
  },

  averagePool(g, planes, countPadding, x, xOffset, y, yOffset) {
    const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
    for (let plane = 0; plane < planes; plane++, xOffset += inputSize) {
      for (let ot = 0; ot < g.outputTime; ot++) {
        const firstT = ot * g.strideTime - g.padTime;
        const [t0, t1] = inside(firstT, g.kernelTime, g.inputTime);
        for (let oh = 0; oh < g.outputHeight; oh++) {
          const firstH = oh * g.strideHeight - g.padHeight;
          const [h0, h1] = inside(firstH, g.kernelHeight, g.inputHeight);
          for (let ow = 0; ow < g.outputWidth; ow++, yOffset++) {
            const firstW = ow * g.strideWidth - g.padWidth;
            const [w0, w1] = inside(firstW, g.kernelWidth, g.inputWidth);
            let total = 0;
            for (let t = t0; t < t1; t++) {
              for (let h = h0; h < h1; h++) {
                const row = xOffset + (t * g.inputHeight + h) * g.inputWidth;
                for (let w = w0; w < w1; w++) total += x[row + w];
              }
            }
            const real = (t1 - t0) * (h1 - h0) * (w1 - w0);
            y[yOffset] = total / (countPadding ? paddedSize(g, firstT, firstH, firstW) : real);
          }
        }
      }
    }
  },

  averagePoolGradient(g, planes, countPadding, gradOutput, from, gradInput, to) {
    const inputSize = g.inputTime * g.inputHeight * g.inputWidth;
    for (let plane = 0; plane < planes; plane++, to += inputSize) {
      for (let ot = 0; ot < g.outputTime; ot++) {
        const firstT = ot * g.strideTime - g.padTime;
        const [t0, t1] = inside(firstT, g.kernelTime, g.inputTime);
        for (let oh = 0; oh < g.outputHeight; oh++) {
          const firstH = oh * g.strideHeight - g.padHeight;
          const [h0, h1] = inside(firstH, g.kernelHeight, g.inputHeight);
          for (let ow = 0; ow < g.outputWidth; ow++, from++) {
            const firstW = ow * g.strideWidth - g.padWidth;
            const [w0, w1] = inside(firstW, g.kernelWidth, g.inputWidth);
            const real = (t1 - t0) * (h1 - h0) * (w1 - w0);
            const share = gradOutput[from] / (countPadding ? paddedSize(g, firstT, firstH, firstW) : real);
            for (let t = t0; t < t1; t++) {
              for (let h = h0; h < h1; h++) {
                const row = to + (t * g.inputHeight + h) * g.inputWidth;
                for (let w = w0; w < w1; w++) gradInput[row + w] += share;
              }
            }
          }
        }
      }
    }
  },
};

/** The part of a window that lies in the input: from the first position up to but not the second. */
function inside(first: number, kernel: number, extent: number): [number, number] {
  const start = Math.max(first, 0);
  return [start, Math.max(start, Math.min(first + kernel, extent))];
}

/** How many positions of a window lie in the input or in its padding, which is as wide at the end as at the start. */
function paddedSize(g: WindowGeometry, firstT: number, firstH: number, firstW: number): number {
  return (
    (Math.min(firstT + g.kernelTime, g.inputTime + g.padTime) - firstT) *
    (Math.min(firstH + g.kernelHeight, g.inputHeight + g.padHeight) - firstH) *
    (Math.min(firstW + g.kernelWidth, g.inputWidth + g.padWidth) - firstW)
  );
}

/** One row of the columns: what lies under one position of all windows. */
function unfoldRow(
  g: WindowGeometry,
  kt: number,
  kh: number,
  kw: number,
  x: FloatArray,
  xOffset: number,
  columns: FloatArray,
  to: number,
): void {
  for (let ot = 0; ot < g.outputTime; ot++) {
    const t = ot * g.strideTime - g.padTime + kt * g.dilationTime;
    for (let oh = 0; oh < g.outputHeight; oh++) {
      const h = oh * g.strideHeight - g.padHeight + kh * g.dilationHeight;
      const real = t >= 0 && t < g.inputTime && h >= 0 && h < g.inputHeight;
      const row = xOffset + (t * g.inputHeight + h) * g.inputWidth;
      for (let ow = 0, w = kw * g.dilationWidth - g.padWidth; ow < g.outputWidth; ow++, to++, w += g.strideWidth) {
        columns[to] = real && w >= 0 && w < g.inputWidth ? x[row + w] : 0;
      }
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
  xOffset: number,
): void {
  for (let ot = 0; ot < g.outputTime; ot++) {
    const t = ot * g.strideTime - g.padTime + kt * g.dilationTime;
    for (let oh = 0; oh < g.outputHeight; oh++) {
      const h = oh * g.strideHeight - g.padHeight + kh * g.dilationHeight;
      const real = t >= 0 && t < g.inputTime && h >= 0 && h < g.inputHeight;
      const row = xOffset + (t * g.inputHeight + h) * g.inputWidth;
      for (let ow = 0, w = kw * g.dilationWidth - g.padWidth; ow < g.outputWidth; ow++, from++, w += g.strideWidth) {
        if (real && w >= 0 && w < g.inputWidth) x[row + w] += columns[from];
      }
    }
  }
}
