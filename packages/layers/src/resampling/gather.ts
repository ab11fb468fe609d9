import type { FloatArray } from "@rushlight/tensor";
import type { Extents, PerDimension } from "./Extents.ts";

/** Where elements come from: for each position of the output, the position in the input. */
export type Positions = PerDimension<Int32Array>;

/**
 * y ← the elements of x at the given positions. Planes are dense, one after the other.
 *
 * @param extents of a plane of x; a plane of y has one element for each combination of positions
 */
export function gather(
  planes: number,
  extents: Extents,
  positions: Positions,
  x: FloatArray,
  xOffset: number,
  y: FloatArray,
  yOffset: number,
): void {
  const [times, heights, widths] = positions;
  const [inputTime, inputHeight, inputWidth] = extents;
  const width = widths.length;
  for (let plane = 0; plane < planes; plane++) {
    for (const t of times) {
      for (let i = 0; i < heights.length; i++) {
        const h = heights[i];
        const end = yOffset + width;
        if (i > 0 && h === heights[i - 1]) {
          y.copyWithin(yOffset, yOffset - width, yOffset);
        } else {
          const row = xOffset + (t * inputHeight + h) * inputWidth;
          for (let w = 0; w < width; w++) y[yOffset + w] = x[row + widths[w]];
        }
        yOffset = end;
      }
    }
    xOffset += inputTime * inputHeight * inputWidth;
  }
}

/** gradX ← gradX + gradY, each element where {@link gather} takes it from. */
export function gatherBack(
  planes: number,
  extents: Extents,
  positions: Positions,
  gradY: FloatArray,
  gradYOffset: number,
  gradX: FloatArray,
  gradXOffset: number,
): void {
  const [times, heights, widths] = positions;
  const [inputTime, inputHeight, inputWidth] = extents;
  for (let plane = 0; plane < planes; plane++) {
    for (const t of times) {
      for (const h of heights) {
        const row = gradXOffset + (t * inputHeight + h) * inputWidth;
        for (let w = 0; w < widths.length; w++) gradX[row + widths[w]] += gradY[gradYOffset++];
      }
    }
    gradXOffset += inputTime * inputHeight * inputWidth;
  }
}
