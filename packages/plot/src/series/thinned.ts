import { evenly } from "./evenly.ts";
import type { Point } from "./Point.ts";

/** The most points that are drawn of one group. */
const GROUP_LIMIT = 5000;

/** Columns and rows of the grid in which one point stands for all in a cell. */
const CELLS = 500;

/**
 * The points of a group that are drawn: all, or of more than 5,000 the first in each cell of a grid of 500 by 500 over
 * them; of more cells than that, equally many from each stretch of the list.
 */
export function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= GROUP_LIMIT) return points;
  const column = cellOf(points.map(({ x }) => x));
  const row = cellOf(points.map(({ y }) => y));
  const taken = new Set<number>();
  const apart = points.filter(({ x, y }) => {
    const cell = column(x) * (CELLS + 1) + row(y);
    const free = !taken.has(cell);
    taken.add(cell);
    return free;
  });
  return evenly(apart, GROUP_LIMIT);
}

function cellOf(values: readonly number[]): (value: number) => number {
  const low = values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY);
  const high = values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
  const size = (high - low) / CELLS || 1;
  return (value) => Math.floor((value - low) / size);
}
