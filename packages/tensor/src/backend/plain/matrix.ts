import type { FloatArray, MatrixKernels } from "../Backend.ts";

/** The plain matrix products, accumulated in double precision and rounded once, when stored. */
export const plainMatrix: MatrixKernels = {
  gemm(transposeA, transposeB, m, n, k, alpha, a, aOffset, aLeading, b, bOffset, bLeading, beta, c, cOffset, cLeading) {
    const aRow = transposeA ? 1 : aLeading;
    const aColumn = transposeA ? aLeading : 1;
    const bRow = transposeB ? 1 : bLeading;
    const bColumn = transposeB ? bLeading : 1;
    const tiledRows = m - (m % TILE);
    const tiledColumns = n - (n % TILE);
    for (let i = 0; i < tiledRows; i += TILE) {
      const ai = aOffset + i * aRow;
      const ci = cOffset + i * cLeading;
      for (let j = 0; j < tiledColumns; j += TILE) {
        tile(k, alpha, a, ai, aRow, aColumn, b, bOffset + j * bColumn, bRow, bColumn, beta, c, ci + j, cLeading);
      }
      for (let j = tiledColumns; j < n; j++) {
        for (let row = 0; row < TILE; row++) {
          const at = ci + row * cLeading + j;
          const sum = dot(k, a, ai + row * aRow, aColumn, b, bOffset + j * bColumn, bRow);
          c[at] = alpha * sum + (beta === 0 ? 0 : beta * c[at]);
        }
      }
    }
    for (let i = tiledRows; i < m; i++) {
      for (let j = 0; j < n; j++) {
        const at = cOffset + i * cLeading + j;
        const sum = dot(k, a, aOffset + i * aRow, aColumn, b, bOffset + j * bColumn, bRow);
        c[at] = alpha * sum + (beta === 0 ? 0 : beta * c[at]);
      }
    }
  },

  gemv(transpose, m, n, alpha, a, aOffset, aLeading, x, xOffset, xStride, beta, y, yOffset, yStride) {
    const rows = transpose ? n : m;
    const length = transpose ? m : n;
    const rowStep = transpose ? 1 : aLeading;
    const columnStep = transpose ? aLeading : 1;
    for (let i = 0, iy = yOffset; i < rows; i++, iy += yStride) {
      const sum = dot(length, a, aOffset + i * rowStep, columnStep, x, xOffset, xStride);
      y[iy] = alpha * sum + (beta === 0 ? 0 : beta * y[iy]);
    }
  },

  ger(m, n, alpha, x, xOffset, xStride, y, yOffset, yStride, a, aOffset, aLeading) {
    for (let i = 0, ix = xOffset; i < m; i++, ix += xStride) {
      const factor = alpha * x[ix];
      const row = aOffset + i * aLeading;
      for (let j = 0, iy = yOffset; j < n; j++, iy += yStride) a[row + j] += factor * y[iy];
    }
  },

  dot,
};

const TILE = 4;

function dot(
  count: number,
  x: FloatArray,
  ix: number,
  xStride: number,
  y: FloatArray,
  iy: number,
  yStride: number,
): number {
  let total = 0;
  for (let i = 0; i < count; i++, ix += xStride, iy += yStride) total += x[ix] * y[iy];
  return total;
}

/** One 4×4 tile of C: sixteen sums in local variables, so that each element read of A and B is used four times. */
function tile(
  k: number,
  alpha: number,
  a: FloatArray,
  a0: number,
  aRow: number,
  aColumn: number,
  b: FloatArray,
  b0: number,
  bRow: number,
  bColumn: number,
  beta: number,
  c: FloatArray,
  c0: number,
  cLeading: number,
): void {
  let c00 = 0;
  let c01 = 0;
  let c02 = 0;
  let c03 = 0;
  let c10 = 0;
  let c11 = 0;
  let c12 = 0;
  let c13 = 0;
  let c20 = 0;
  let c21 = 0;
  let c22 = 0;
  let c23 = 0;
  let c30 = 0;
  let c31 = 0;
  let c32 = 0;
  let c33 = 0;
  for (let p = 0, ia = a0, ib = b0; p < k; p++, ia += aColumn, ib += bRow) {
    const x0 = a[ia];
    const x1 = a[ia + aRow];
    const x2 = a[ia + 2 * aRow];
    const x3 = a[ia + 3 * aRow];
    const y0 = b[ib];
    const y1 = b[ib + bColumn];
    const y2 = b[ib + 2 * bColumn];
    const y3 = b[ib + 3 * bColumn];
    c00 += x0 * y0;
    c01 += x0 * y1;
    c02 += x0 * y2;
    c03 += x0 * y3;
    c10 += x1 * y0;
    c11 += x1 * y1;
    c12 += x1 * y2;
    c13 += x1 * y3;
    c20 += x2 * y0;
    c21 += x2 * y1;
    c22 += x2 * y2;
    c23 += x2 * y3;
    c30 += x3 * y0;
    c31 += x3 * y1;
    c32 += x3 * y2;
    c33 += x3 * y3;
  }
  storeRow(c, c0, alpha, beta, c00, c01, c02, c03);
  storeRow(c, c0 + cLeading, alpha, beta, c10, c11, c12, c13);
  storeRow(c, c0 + 2 * cLeading, alpha, beta, c20, c21, c22, c23);
  storeRow(c, c0 + 3 * cLeading, alpha, beta, c30, c31, c32, c33);
}

function storeRow(
  c: FloatArray,
  at: number,
  alpha: number,
  beta: number,
  s0: number,
  s1: number,
  s2: number,
  s3: number,
): void {
  if (beta === 0) {
    c[at] = alpha * s0;
    c[at + 1] = alpha * s1;
    c[at + 2] = alpha * s2;
    c[at + 3] = alpha * s3;
  } else {
    c[at] = alpha * s0 + beta * c[at];
    c[at + 1] = alpha * s1 + beta * c[at + 1];
    c[at + 2] = alpha * s2 + beta * c[at + 2];
    c[at + 3] = alpha * s3 + beta * c[at + 3];
  }
}
