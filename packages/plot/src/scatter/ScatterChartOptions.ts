import type { AxisOptions } from "../axes/AxisOptions.ts";
import type { LineSeries } from "../series/LineSeries.ts";
import type { PointGroup } from "../series/PointGroup.ts";

/** What {@link scatterChart} draws. */
export interface ScatterChartOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default none. */
  subtitle?: string;
  /** The axis to the right. */
  x: AxisOptions;
  /** The axis upwards. */
  y: AxisOptions;
  /** The points, by group. */
  points: readonly PointGroup[];
  /** Curves in front of the points, such as a fit with its interval; default none. */
  curves?: readonly LineSeries[];
  /** Whether there is a line for y = x, and both axes go as far; default false. */
  diagonal?: boolean;
  /** The width of what the axes enclose, in pixels; default 560, or 380 with a diagonal. */
  width?: number;
  /** The height of what the axes enclose, in pixels; default 340, or 380 with a diagonal. */
  height?: number;
}
