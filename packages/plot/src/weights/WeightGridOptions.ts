import type { Labels } from "../images/labelsOf.ts";

/** Options of {@link weightGrid}. */
export interface WeightGridOptions {
  /** What stands above it. */
  title: string;
  /** A smaller line below the title; default none. */
  subtitle?: string;
  /** What stands below each image; default nothing. */
  labels?: Labels;
  /** Images in a row; default: as many as there are input planes if there are several, else as many as fit. */
  columns?: number;
  /** The magnitude that has the full colour; default: the largest that there is. */
  limit?: number;
  /** What the scale of the colours is called; default "weight". */
  legend?: string;
  /** Pixels of the chart for one weight, a whole number; default: so that the longer side has about 56. */
  zoom?: number;
}
