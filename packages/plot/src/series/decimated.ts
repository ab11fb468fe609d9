import type { Point } from "./Point.ts";

/** The most points that are drawn of one line. */
export const LINE_LIMIT = 2000;

/**
 * The points of a line that are drawn: all, or of more than a limit the first, the lowest, the highest and the last of each
 * of limit / 4 stretches with equally many points, in their order. The line keeps its peaks.
 */
export function decimated(points: readonly Point[], limit: number = LINE_LIMIT): readonly Point[] {
  if (points.length <= limit) return points;
  const stretches = Math.max(1, Math.floor(limit / 4));
  return Array.from({ length: stretches }, (_, i) => {
    const [start, end] = [i, i + 1].map((edge) => Math.floor((edge * points.length) / stretches));
    return outline(points, start, end - 1);
  }).flat();
}

function outline(points: readonly Point[], first: number, last: number): Point[] {
  let [low, high] = [first, first];
  for (let i = first; i <= last; i++) {
    if (points[i].y < points[low].y) low = i;
    if (points[i].y > points[high].y) high = i;
  }
  return [...new Set([first, low, high, last])].sort((a, b) => a - b).map((i) => points[i]);
}
