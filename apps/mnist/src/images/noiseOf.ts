import type { Plane } from "./Plane.ts";
import { quantile, sampled } from "./quantile.ts";

/** Of normal numbers, half are nearer to the mean than this many deviations. */
const HALF = 0.6745;

/** Of normal numbers, a tenth are this many deviations below the mean. */
const TENTH = 1.2816;

/**
 * The standard deviation of noise around 0, by two estimates of which the smaller holds: from the differences of pixels
 * side by side, which shadows hardly touch but ink spoils where it is on half of the image, and from the values below 0,
 * where there is no ink but may be shadows.
 *
 * @param distance of pixels whose noise has nothing in common
 */
export function noiseOf({ width, data }: Plane, distance: number): number {
  // At the end of a row the pixel is compared with one of the next row: too few to count.
  const differences = sampled(data.subarray(distance).map((value, i) => Math.abs(value - data[i])));
  const nearby = width > distance ? quantile(differences, 0.5) / HALF / Math.SQRT2 : Number.POSITIVE_INFINITY;
  const below = Math.max(0, -quantile(sampled(data), 0.1)) / TENTH;
  return Math.min(nearby, below);
}
