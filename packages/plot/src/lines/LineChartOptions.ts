import type { AxisOptions } from "../axes/AxisOptions.ts";
import type { LineSeries } from "../series/LineSeries.ts";

/** What {@link lineChart} draws. */
export interface LineChartOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default none. */
  subtitle?: string;
  /** The axis to the right. */
  x: AxisOptions;
  /** The axis upwards. */
  y: AxisOptions;
  /** The lines, the first in front; one at least. */
  series: readonly LineSeries[];
  /** The width of what the axes enclose, in pixels; default 560. */
  width?: number;
  /** The height of what the axes enclose, in pixels; default 300. */
  height?: number;
}
