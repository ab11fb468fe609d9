import type { Plane } from "./Plane.ts";

/** How strong the ink is at each pixel, and what it is like. */
export interface Ink {
  /** Above 0 where the colour differs from the paper as that of the ink does; below 0 where it differs the other way. */
  readonly strength: Plane;
  /** Whether the ink is darker than the paper. */
  readonly dark: boolean;
}

const LUMINANCE = [0.299, 0.587, 0.114];

/**
 * The ink in planes without background: how far each pixel differs from the paper in the direction of colour in which
 * the strongest pixels do. For grey images that is the grey value, inverted when the ink is dark.
 */
export function inkOf(planes: readonly Plane[]): Ink {
  const [{ width, height }] = planes;
  const direction = inkDirection(planes);
  const data = new Float32Array(width * height);
  for (const [p, { data: differences }] of planes.entries()) {
    for (let i = 0; i < data.length; i++) data[i] += direction[p] * differences[i];
  }
  return { strength: { width, height, data }, dark: isDark(direction) };
}

/** The mean difference from the paper, of length 1. The cube lets strong pixels decide. */
function inkDirection(planes: readonly Plane[]): readonly number[] {
  const squares = new Float32Array(planes[0].data.length);
  for (const { data } of planes) for (let i = 0; i < data.length; i++) squares[i] += data[i] ** 2;
  const sums = planes.map(({ data }) => {
    let sum = 0;
    for (let i = 0; i < data.length; i++) sum += squares[i] * data[i];
    return sum;
  });
  const length = Math.hypot(...sums) || 1;
  return sums.map((sum) => sum / length);
}

/** Seen on white, where a transparent background is. */
function isDark(direction: readonly number[]): boolean {
  const channels = direction.length;
  const opacity = channels === 2 || channels === 4 ? direction[channels - 1] : 0;
  const [red, green = red, blue = red] = channels < 3 ? [direction[0]] : direction;
  return red * LUMINANCE[0] + green * LUMINANCE[1] + blue * LUMINANCE[2] - opacity < 0;
}
