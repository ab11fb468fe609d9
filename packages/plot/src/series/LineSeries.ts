import type { BandPoint } from "./BandPoint.ts";
import type { Point } from "./Point.ts";

/** A series of points, joined in their order. */
export interface LineSeries {
  /** What the legend calls it. */
  name: string;
  /** Its points; of more than 2,000, those are drawn that keep its shape, every peak among them. */
  points: readonly Point[];
  /** What is drawn; default "line". */
  marks?: "line" | "points" | "both";
  /** Whether the line is dashed; default: by the order, so that series differ by more than colour. */
  dashed?: boolean;
  /** A band about it, drawn behind all lines, from left to right; default none. */
  band?: readonly BandPoint[];
}
