import type { FloatArray } from "../../Backend.ts";
import type { WindowExtents } from "../../WindowKernels.ts";

/**
 * Does something with a window: with the elements of x from (t0, h0, w0) up to (t1, h1, w1) of the plane that begins at
 * `plane`, and with element `yAt` of y.
 */
export type WindowVisitor = (
  extents: WindowExtents,
  x: FloatArray,
  plane: number,
  t0: number,
  t1: number,
  h0: number,
  h1: number,
  w0: number,
  w1: number,
  divisor: number,
  y: FloatArray,
  yAt: number,
) => void;

/** Visits windows that are given one by one, in the order of the output. The divisor is the number of positions. */
export function forEachGivenWindow(
  visit: WindowVisitor,
  extents: WindowExtents,
  planes: number,
  bounds: Int32Array,
  boundsOffset: number,
  boundsStep: number,
  x: FloatArray,
  plane: number,
  y: FloatArray,
  yAt: number,
): void {
  const { inputTime, inputHeight, inputWidth, outputTime, outputHeight, outputWidth } = extents;
  for (let p = 0; p < planes; p++, plane += inputTime * inputHeight * inputWidth, boundsOffset += boundsStep) {
    const heights = boundsOffset + 2 * outputTime;
    const widths = heights + 2 * outputHeight;
    for (let ot = boundsOffset; ot < boundsOffset + outputTime; ot++) {
      const t0 = bounds[ot];
      const t1 = bounds[ot + outputTime];
      for (let oh = heights; oh < heights + outputHeight; oh++) {
        const h0 = bounds[oh];
        const h1 = bounds[oh + outputHeight];
        for (let ow = widths; ow < widths + outputWidth; ow++) {
          const w0 = bounds[ow];
          const w1 = bounds[ow + outputWidth];
          const divisor = (t1 - t0) * (h1 - h0) * (w1 - w0);
          visit(extents, x, plane, t0, t1, h0, h1, w0, w1, divisor, y, yAt++);
        }
      }
    }
  }
}
