import { describeCurve } from "../series/describeCurve.ts";
import type { LineChartOptions } from "./LineChartOptions.ts";

/** What a chart of lines shows, in words. */
export function describeLines({ x, y, series }: LineChartOptions): string {
  return [`Lines of ${y.title} over ${x.title}.`, ...series.map(describeCurve)].join(" ");
}
