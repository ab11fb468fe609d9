import type { AxisOptions } from "../axes/AxisOptions.ts";

/** What a chart says about values without a place on its axes, if there are any. */
export function leftOut(count: number, axes: readonly AxisOptions[]): string | undefined {
  if (count === 0) return undefined;
  const log = axes.some(({ scale }) => scale === "log");
  const reason = log ? "not finite, or not above 0 on a logarithmic axis" : "not finite";
  return `${count} ${count === 1 ? "point is" : "points are"} left out: ${reason}`;
}
