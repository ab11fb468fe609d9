import { describeCurve } from "../series/describeCurve.ts";
import type { ScatterChartOptions } from "./ScatterChartOptions.ts";

/** What a chart of points shows, in words. */
export function describeScatter({ x, y, points, curves = [] }: ScatterChartOptions): string {
  const groups = points.map((group) => `${group.name}: ${group.points.length} points.`);
  const lines = curves.length === 0 ? [] : ["Curves.", ...curves.map(describeCurve)];
  return [`Points of ${y.title} against ${x.title}.`, ...groups, ...lines].join(" ");
}
