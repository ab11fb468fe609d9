import { withoutBackground } from "./background.ts";
import { digitInk } from "./digitInk.ts";
import { inkOf } from "./inkOf.ts";
import type { Box, Plane } from "./Plane.ts";
import { sheetOf } from "./sheetOf.ts";

/** Where the ink of a digit is, from 0 to 1, and whether it is darker than the paper. */
export interface Digit {
  readonly ink: Plane;
  readonly dark: boolean;
}

/**
 * The ink of the digit in the planes of an image; on a sheet of paper, when one lies on something else.
 *
 * @returns undefined when there is no ink
 */
export function findDigit(planes: readonly Plane[]): Digit | undefined {
  const { strength, dark } = inkOf(withoutBackground(planes));
  const sheet = sheetOf(strength);
  if (sheet !== undefined) {
    const onSheet = inkOf(withoutBackground(planes.map((plane) => cut(plane, sheet))));
    const ink = digitInk(onSheet.strength);
    if (ink !== undefined) return { ink: putBack(ink, sheet, strength), dark: onSheet.dark };
  }
  const ink = digitInk(strength);
  return ink && { ink, dark };
}

function cut({ width: stride, data }: Plane, { left, top, width, height }: Box): Plane {
  const part = new Float32Array(width * height);
  for (let y = 0; y < height; y++) {
    const first = (top + y) * stride + left;
    part.set(data.subarray(first, first + width), y * width);
  }
  return { width, height, data: part };
}

function putBack(part: Plane, { left, top }: Box, { width, height }: Plane): Plane {
  const data = new Float32Array(width * height);
  for (let y = 0; y < part.height; y++) {
    data.set(part.data.subarray(y * part.width, (y + 1) * part.width), (top + y) * width + left);
  }
  return { width, height, data };
}
