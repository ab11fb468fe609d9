import type { LineSeries } from "./LineSeries.ts";

/** A series in words. */
export function describeCurve({ name, points }: LineSeries): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return `${name}: no points.`;
  if (points.length === 1) return `${name}: one point, ${shortNumber(first.y)}.`;
  return `${name}: ${points.length} points, from ${shortNumber(first.y)} to ${shortNumber(last.y)}.`;
}

/** A number with four digits at most that say something, or all those left of the point. */
export function shortNumber(value: number): string {
  const whole = Math.abs(value) >= 1e4 && Math.abs(value) < 1e15;
  return String(whole ? Math.round(value) : Number(value.toPrecision(4)));
}
