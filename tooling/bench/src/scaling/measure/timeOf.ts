import { lowerQuartile } from "./lowerQuartile.ts";

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

/** Repeats something at a pace. */
export function repeatAt(pace: Pace, run: () => unknown): void {
  for (const goesOn = counting(pace); goesOn(); ) run();
}

/** The lower quartile of the times of a call, in milliseconds. Calls that come first warm it up. */
export function timeOf(pace: Pace, run: () => unknown): number {
  repeatAt(warmUp(pace), run);
  const times: number[] = [];
  repeatAt(pace, () => {
    const start = performance.now();
    run();
    times.push(performance.now() - start);
  });
  return lowerQuartile(times);
}

/** The same for calls that give a promise, one after the other. */
export async function timeUntil(pace: Pace, run: () => Promise<unknown>): Promise<number> {
  for (const goesOn = counting(warmUp(pace)); goesOn(); ) await run();
  const times: number[] = [];
  for (const goesOn = counting(pace); goesOn(); ) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return lowerQuartile(times);
}

/** Whether to go on, each time that it is asked. */
function counting({ time, fewest, most }: Pace): () => boolean {
  const start = performance.now();
  let count = 0;
  return () => {
    count += 1;
    return count <= most && (count <= fewest || performance.now() - start < time);
  };
}

function warmUp(pace: Pace): Pace {
  return { ...pace, time: pace.time / 4 };
}

/** The time of a call that is much shorter than the clock can tell: many are measured at once. */
export function shortTimeOf(pace: Pace, run: () => unknown): number {
  return (
    timeOf(pace, () => {
      for (let i = 0; i < CALLS; i++) run();
    }) / CALLS
  );
}

const CALLS = 200;
