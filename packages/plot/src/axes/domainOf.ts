import type { AxisOptions } from "./AxisOptions.ts";
import { areClose, marginAbout } from "./areClose.ts";
import { fitsAxis } from "./fitsAxis.ts";

/**
 * From where to where an axis goes: over the values that have a place on it, unless its options say otherwise. One value
 * alone is in the middle, unless it is the 0 that an axis starts at; without any it goes from 0 to 1, or 1 to 10.
 */
export function domainOf(axis: AxisOptions, values: Iterable<number>): [number, number] {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const include = (value: number): void => {
    if (!fitsAxis(axis, value)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const value of values) include(value);
  if (axis.zero === true) include(0);
  if (low > high) [low, high] = axis.scale === "log" ? [1, 10] : [0, 1];
  if (areClose(low, high)) [low, high] = low === 0 && axis.zero === true ? [0, 1] : about(axis, (low + high) / 2);
  const [from, to] = [axis.from ?? low, axis.to ?? high];
  if (!areClose(from, to) || (axis.from !== undefined && axis.to !== undefined)) return [from, to];
  // One end is given, and lies beyond all values.
  return axis.from === undefined ? [about(axis, to)[0], to] : [from, about(axis, from)[1]];
}

function about(axis: AxisOptions, value: number): [number, number] {
  if (axis.scale === "log") return [value / 2, value * 2];
  const margin = marginAbout(value);
  return [value - margin, value + margin];
}
