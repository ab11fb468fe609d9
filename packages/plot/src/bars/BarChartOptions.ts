import type { AxisOptions } from "../axes/AxisOptions.ts";

/** A bar. */
export interface Bar {
  /** What stands left of it. */
  name: string;
  /** How far it reaches from 0. */
  value: number;
  /** Half the length of the line about its end, such as a standard error; default: no line. */
  error?: number;
}

/** What {@link barChart} draws. */
export interface BarChartOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default none. */
  subtitle?: string;
  /** The axis to the right: linear or "symlog". It starts at 0 unless `from` or `zero: false` say otherwise. */
  x: AxisOptions;
  /** The bars from the top; one at least. */
  bars: readonly Bar[];
  /** The width of what the axes enclose, in pixels; default 460. */
  width?: number;
}
