import type { MatrixKernels } from "@rushlight/tensor";
import { type BlasPrecisions, NO_TRANSPOSE, ROW_MAJOR, TRANSPOSE } from "../library/BlasFunctions.ts";
import { type Pointers, pointerTo } from "../native/Pointers.ts";
import { matrixFits, vanishes, vectorFits } from "./span.ts";
import type { Threshold } from "./Thresholds.ts";

/** y ← alpha·op(A)·x + beta·y by the BLAS where that pays. */
export function gemvKernel(
  { float32, float64 }: BlasPrecisions,
  pointers: Pointers,
  { resident, managed }: Threshold,
  below: MatrixKernels["gemv"],
): MatrixKernels["gemv"] {
  return (transpose, m, n, alpha, a, aOffset, aLeading, x, xOffset, xStride, beta, y, yOffset, yStride) => {
    const work = m * n;
    const aAddress = work < managed ? 0 : pointers.addressOf(a);
    const xAddress = work < managed ? 0 : pointers.addressOf(x);
    const yAddress = work < managed ? 0 : pointers.addressOf(y);
    if (
      work < managed ||
      (work < resident && aAddress !== 0 && xAddress !== 0 && yAddress !== 0) ||
      vanishes(alpha) ||
      (beta !== 0 && vanishes(beta)) ||
      !matrixFits(a, aOffset, m, n, aLeading) ||
      !vectorFits(x, xOffset, transpose ? m : n, xStride) ||
      !vectorFits(y, yOffset, transpose ? n : m, yStride)
    ) {
      below(transpose, m, n, alpha, a, aOffset, aLeading, x, xOffset, xStride, beta, y, yOffset, yStride);
      return;
    }
    const size = a.BYTES_PER_ELEMENT;
    (size === 4 ? float32 : float64).gemv(
      ROW_MAJOR,
      transpose ? TRANSPOSE : NO_TRANSPOSE,
      m,
      n,
      alpha,
      pointerTo(aAddress, a, aOffset, size),
      aLeading,
      pointerTo(xAddress, x, xOffset, size),
      xStride,
      beta,
      pointerTo(yAddress, y, yOffset, size),
      yStride,
    );
  };
}
