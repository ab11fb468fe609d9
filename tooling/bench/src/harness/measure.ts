import type { Alternative, Comparison } from "./Comparison.ts";
import { median } from "./median.ts";
import type { Timing } from "./Timing.ts";

/** What was measured of one alternative. */
interface Measurement {
  readonly name: string;
  /** The median time of one call, in milliseconds. */
  readonly time: number;
  /** The median of its time over that of the first alternative, sample by sample: 1 for the first. */
  readonly ratio: number;
}

/** What was measured of a comparison. */
export interface Measured {
  readonly name: string;
  readonly measurements: readonly Measurement[];
}

/** What a run returned last: visible from outside, so that the engine must compute it. */
export const kept: { value: unknown } = { value: undefined };

/**
 * Measures the alternatives of a comparison in alternation, A B C A B C ..., so that whatever slows the machine down for a
 * while slows all of them down, and each is compared with the first of its own round.
 */
export function measure(comparison: Comparison, timing: Timing): Measured {
  const { alternatives, name } = comparison;
  const counts = alternatives.map((alternative) => calibrate(alternative, timing));
  const times: number[][] = alternatives.map(() => []);
  for (let round = 0; round < timing.samples; round++) {
    alternatives.forEach((alternative, i) => {
      times[i].push(sample(alternative, counts[i], timing) / counts[i]);
    });
  }
  const measurements = alternatives.map((alternative, i) => ({
    name: alternative.name,
    time: median(times[i]),
    ratio: median(times[i].map((time, round) => time / times[0][round])),
  }));
  return { name, measurements };
}

/** How many calls make a sample long enough. The calls that find out warm the alternative up as well. */
export function calibrate(alternative: Alternative, timing: Timing): number {
  for (let count = 1; ; ) {
    const time = sample(alternative, count, timing);
    if (time >= timing.sampleTime) return count;
    // A little more than is needed, so that the next try is nearly always the last; but time of 0 says nothing.
    const growth = time > 0 ? (1.2 * timing.sampleTime) / time : 10;
    count = Math.ceil(count * Math.min(growth, 10));
  }
}

function sample(alternative: Alternative, count: number, { clock }: Timing): number {
  const start = clock();
  for (let i = 0; i < count; i++) kept.value = alternative.run();
  return clock() - start;
}
