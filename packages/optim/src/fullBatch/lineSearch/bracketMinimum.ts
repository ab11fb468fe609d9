import type { LineSearchOptions } from "./LineSearchOptions.ts";
import { polyinterp } from "./polyinterp.ts";
import type { LinePoint, SearchLine } from "./SearchLine.ts";

/** Two points of a line with one between them that satisfies the conditions, or such a point twice. */
export interface Bracket {
  readonly ends: [LinePoint, LinePoint];
  /** A point that is none of the ends, to work in. */
  readonly spare: LinePoint;
  /** How many steps were tried beside the first. */
  readonly iterations: number;
  /** Whether there is nothing to divide: the lower end is where the search ends. */
  readonly done: boolean;
}

/** The first phase of {@link lswolfe}: takes longer and longer steps until there is a bracket. */
export function bracketMinimum(
  line: SearchLine,
  [start, first, second]: readonly [LinePoint, LinePoint, LinePoint],
  t: number,
  { c1, c2, maxIter }: Required<LineSearchOptions>,
): Bracket {
  let last = start;
  let point = line.at(t, first);
  for (let iterations = 0; iterations < maxIter; iterations++) {
    const spare = last === start ? second : start;
    const high = line.tooHigh(point, c1) || (iterations > 1 && point.f >= last.f);
    if (!high && line.flat(point, c2)) return { ends: [point, point], spare, iterations, done: true };
    if (high || point.slope >= 0) return { ends: [last, point], spare, iterations, done: false };
    const { position } = polyinterp(
      [
        [last.t, last.f, last.slope],
        [point.t, point.f, point.slope],
      ],
      point.t + 0.01 * (point.t - last.t),
      10 * point.t,
    );
    // The start is kept: it is an end of the bracket when no other is found.
    const free = last === start ? second : last;
    last = point;
    point = line.at(position, free);
  }
  return { ends: [start, point], spare: last, iterations: maxIter, done: true };
}
