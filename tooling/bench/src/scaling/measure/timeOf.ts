import { median } from "../../harness/median.ts";

/** How often something is measured. */
export interface Pace {
  /** How long it is repeated, in milliseconds, */
  readonly time: number;
  /** but so many times at least, */
  readonly fewest: number;
  /** and so many at most. */
  readonly most: number;
}

/** For figures that are to be believed. */
export const thoroughPace: Pace = { time: 1000, fewest: 15, most: 400 };

/** For a first look. */
export const quickPace: Pace = { time: 50, fewest: 3, most: 20 };

/** Repeats something at a pace. The calls that come first warm it up. */
export function repeatAt({ time, fewest, most }: Pace, run: () => unknown): void {
  const start = performance.now();
  for (let i = 0; i < most && (i < fewest || performance.now() - start < time); i++) run();
}

/** The median time of a call, in milliseconds. */
export function timeOf(pace: Pace, run: () => unknown): number {
  repeatAt({ ...pace, time: pace.time / 4 }, run);
  const times: number[] = [];
  repeatAt(pace, () => {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  });
  return median(times);
}

/** The median time of a call that is much shorter than the clock can tell: many are measured at once. */
export function shortTimeOf(pace: Pace, run: () => unknown): number {
  return (
    timeOf(pace, () => {
      for (let i = 0; i < CALLS; i++) run();
    }) / CALLS
  );
}

const CALLS = 200;
