import type { ZipKernel } from "@rushlight/tensor";
import type { BlasPrecisions } from "../library/BlasFunctions.ts";
import { vanishes, vectorFits } from "../matrix/span.ts";
import type { Threshold } from "../matrix/Thresholds.ts";
import { type Pointers, pointerTo } from "../native/Pointers.ts";

/** z ← x + a·y, by the BLAS where z is x and that pays. */
export function addKernel(
  { float32, float64 }: BlasPrecisions,
  pointers: Pointers,
  { resident, managed }: Threshold,
  below: ZipKernel,
): ZipKernel {
  return (count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b) => {
    // The operands of a BLAS lie apart.
    const inPlace = x === z && xOffset === zOffset && xStride === zStride && !(y === z && yOffset === zOffset);
    const mine = inPlace && count >= managed;
    const yAddress = mine ? pointers.addressOf(y) : 0;
    const zAddress = mine ? pointers.addressOf(z) : 0;
    if (
      !mine ||
      (count < resident && yAddress !== 0 && zAddress !== 0) ||
      vanishes(a) ||
      !vectorFits(y, yOffset, count, yStride) ||
      !vectorFits(z, zOffset, count, zStride)
    ) {
      below(count, x, xOffset, xStride, y, yOffset, yStride, z, zOffset, zStride, a, b);
      return;
    }
    const size = z.BYTES_PER_ELEMENT;
    const { axpy } = size === 4 ? float32 : float64;
    axpy(count, a, pointerTo(yAddress, y, yOffset, size), yStride, pointerTo(zAddress, z, zOffset, size), zStride);
  };
}
