import type { Theme } from "./Theme.ts";

/** Lengths of strokes and gaps, by the order of series. */
const DASHES: readonly (readonly number[])[] = [[], [7, 3], [2, 2.5], [9, 3, 2, 3], [14, 4], [4, 2, 1.5, 2, 1.5, 2]];

/** Shapes of points, by the order of series. */
const SHAPES = ["circle", "square", "triangle-up", "diamond", "cross", "triangle-down"] as const;

/** What the points and the line of a series look like: series differ in all three. */
export interface SeriesStyle {
  readonly colour: string;
  readonly dash: readonly number[];
  readonly shape: (typeof SHAPES)[number];
}

/** The style of a series by its order among all that a chart has; colours, dashes and shapes come again after their last. */
export function seriesStyle(theme: Theme, order: number): SeriesStyle {
  return {
    colour: theme.series[order % theme.series.length],
    dash: DASHES[order % DASHES.length],
    shape: SHAPES[order % SHAPES.length],
  };
}

/** The dash of a series that is wanted dashed or not, whatever its order. */
export function dashOf({ dash }: SeriesStyle, dashed: boolean | undefined): readonly number[] {
  if (dashed === undefined) return dash;
  if (!dashed) return [];
  return dash.length > 0 ? dash : DASHES[1];
}
