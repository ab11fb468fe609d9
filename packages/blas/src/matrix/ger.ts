import type { MatrixKernels } from "@rushlight/tensor";
import { type BlasPrecisions, ROW_MAJOR } from "../library/BlasFunctions.ts";
import { type Pointers, pointerTo } from "../native/Pointers.ts";
import { matrixFits, vanishes, vectorFits } from "./span.ts";
import type { Threshold } from "./Thresholds.ts";

/** A ← A + alpha·x·yᵀ by the BLAS where that pays. */
export function gerKernel(
  { float32, float64 }: BlasPrecisions,
  pointers: Pointers,
  { resident, managed }: Threshold,
  below: MatrixKernels["ger"],
): MatrixKernels["ger"] {
  return (m, n, alpha, x, xOffset, xStride, y, yOffset, yStride, a, aOffset, aLeading) => {
    const work = m * n;
    const xAddress = work < managed ? 0 : pointers.addressOf(x);
    const yAddress = work < managed ? 0 : pointers.addressOf(y);
    const aAddress = work < managed ? 0 : pointers.addressOf(a);
    if (
      work < managed ||
      (work < resident && aAddress !== 0 && xAddress !== 0 && yAddress !== 0) ||
      vanishes(alpha) ||
      !vectorFits(x, xOffset, m, xStride) ||
      !vectorFits(y, yOffset, n, yStride) ||
      !matrixFits(a, aOffset, m, n, aLeading)
    ) {
      below(m, n, alpha, x, xOffset, xStride, y, yOffset, yStride, a, aOffset, aLeading);
      return;
    }
    const size = a.BYTES_PER_ELEMENT;
    (size === 4 ? float32 : float64).ger(
      ROW_MAJOR,
      m,
      n,
      alpha,
      pointerTo(xAddress, x, xOffset, size),
      xStride,
      pointerTo(yAddress, y, yOffset, size),
      yStride,
      pointerTo(aAddress, a, aOffset, size),
      aLeading,
    );
  };
}
