import type { Bracket } from "./bracketMinimum.ts";
import type { LineSearchOptions } from "./LineSearchOptions.ts";
import { polyinterp } from "./polyinterp.ts";
import type { LinePoint, SearchLine } from "./SearchLine.ts";

/** The second phase of {@link lswolfe}: divides a bracket until a point satisfies the conditions. Gives the lower end. */
export function zoom(
  line: SearchLine,
  bracket: Bracket,
  { c1, c2, tolX, maxIter }: Required<LineSearchOptions>,
): LinePoint {
  const { ends } = bracket;
  let { spare, iterations, done } = bracket;
  let slow = false;
  while (!done && iterations < maxIter) {
    const low = lower(ends);
    const high = 1 - low;
    const division = divide(ends, slow);
    ({ slow } = division);
    const point = line.at(division.t, spare);
    iterations += 1;
    if (line.tooHigh(point, c1) || point.f >= ends[low].f) {
      spare = ends[high];
      ends[high] = point;
    } else {
      done = line.flat(point, c2);
      // The minimum is between the new point and the old low end when the slope leads there.
      const turned = !done && point.slope * (ends[high].t - ends[low].t) >= 0;
      spare = turned ? ends[high] : ends[low];
      if (turned) ends[high] = ends[low];
      ends[low] = point;
    }
    if (Math.abs((ends[0].t - ends[1].t) * point.slope) < tolX) break;
  }
  return ends[lower(ends)];
}

function lower([first, second]: readonly [LinePoint, LinePoint]): 0 | 1 {
  return second.f < first.f ? 1 : 0;
}

/**
 * Where to divide a bracket: where a cubic has its minimum, but not near an end twice in a row.
 *
 * @param slow whether the last division was near an end
 */
function divide([first, second]: readonly [LinePoint, LinePoint], slow: boolean): { t: number; slow: boolean } {
  const t = polyinterp([
    [first.t, first.f, first.slope],
    [second.t, second.f, second.slope],
  ]).position;
  const [from, to] = [Math.min(first.t, second.t), Math.max(first.t, second.t)];
  const width = to - from;
  if (Math.min(to - t, t - from) / width >= 0.1) return { t, slow: false };
  if (!slow && t < to && t > from) return { t, slow: true };
  return { t: Math.abs(t - to) < Math.abs(t - from) ? to - 0.1 * width : from + 0.1 * width, slow: false };
}
