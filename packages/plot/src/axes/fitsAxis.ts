import type { AxisOptions } from "./AxisOptions.ts";

/** The largest number that axes have a place for: the distance between two such numbers is finite as well. */
const LARGEST = 1e300;

/** Whether a number has a place on an axis: it is finite, and above 0 where the axis is logarithmic. */
export function fitsAxis(axis: AxisOptions, value: number): boolean {
  return Math.abs(value) <= LARGEST && (axis.scale !== "log" || value >= 1 / LARGEST);
}
