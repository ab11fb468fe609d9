import type { MatrixKernels } from "@rushlight/tensor";
import type { BlasPrecisions } from "../library/BlasFunctions.ts";
import { type Pointers, pointerTo } from "../native/Pointers.ts";
import { vectorFits } from "./span.ts";
import type { Threshold } from "./Thresholds.ts";

/**
 * Σ xᵢ·yᵢ by the BLAS where that pays.
 *
 * @param doubles whether its product of float32 vectors is accumulated in double precision; such products stay below if not
 */
export function dotKernel(
  { float32, float64 }: BlasPrecisions,
  pointers: Pointers,
  { resident, managed }: Threshold,
  doubles: boolean,
  below: MatrixKernels["dot"],
): MatrixKernels["dot"] {
  return (count, x, xOffset, xStride, y, yOffset, yStride) => {
    const size = x.BYTES_PER_ELEMENT;
    const small = count < managed || (size === 4 && !doubles);
    const xAddress = small ? 0 : pointers.addressOf(x);
    const yAddress = small ? 0 : pointers.addressOf(y);
    if (
      small ||
      (count < resident && xAddress !== 0 && yAddress !== 0) ||
      !vectorFits(x, xOffset, count, xStride) ||
      !vectorFits(y, yOffset, count, yStride)
    ) {
      return below(count, x, xOffset, xStride, y, yOffset, yStride);
    }
    const { dot } = size === 4 ? float32 : float64;
    const from = pointerTo(xAddress, x, xOffset, size);
    return dot(count, from, xStride, pointerTo(yAddress, y, yOffset, size), yStride);
  };
}
