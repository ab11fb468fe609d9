import type { AxisOptions } from "./AxisOptions.ts";

/** Whether a number has a place on an axis: it is finite, and above 0 where the axis is logarithmic. */
export function fitsAxis(axis: AxisOptions, value: number): boolean {
  return Number.isFinite(value) && (axis.scale !== "log" || value > 0);
}
