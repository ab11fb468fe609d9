import type { Point } from "./Point.ts";

/** Points that share a name, a colour and a shape. */
export interface PointGroup {
  /** What the legend calls them. */
  name: string;
  /** The points; those that would cover each other to the pixel are drawn once. */
  points: readonly Point[];
}
