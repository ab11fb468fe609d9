import type { Alternative, Comparison } from "./Comparison.ts";
import { median } from "./median.ts";
import type { Timing } from "./Timing.ts";

/** What was measured of one alternative. */
export interface Measurement {
  readonly name: string;
  /** The median time of one call, in milliseconds. */
  readonly time: number;
  /** The speed at that time, in the unit of the comparison, when it has one. */
  readonly rate?: number;
  /**
   * The median of its time over that of the first alternative, sample by sample; where speeds are told, of its speed over
   * that of the first. 1 for the first; none for a difference.
   */
  readonly ratio?: number;
  /** Whether it reaches its target, when it has one. */
  readonly met?: boolean;
}

/** What was measured of a comparison. */
export interface Measured {
  readonly name: string;
  readonly unit?: string;
  readonly measurements: readonly Measurement[];
}

/** What a run returned last: visible from outside, so that the engine must compute it. */
export const kept: { value: unknown } = { value: undefined };

/**
 * Measures the alternatives of a comparison in alternation, A B C A B C ..., so that whatever slows the machine down for a
 * while slows all of them down, and each is compared with the first of its own round.
 */
export function measure(comparison: Comparison, timing: Timing): Measured {
  const { alternatives, name, unit, difference } = comparison;
  const counts = alternatives.map((alternative) => calibrate(alternative, timing));
  const times: number[][] = alternatives.map(() => []);
  for (let round = 0; round < timing.samples; round++) {
    alternatives.forEach((alternative, i) => {
      times[i].push(sample(alternative, counts[i], timing) / counts[i]);
    });
  }
  const works = alternatives.map((alternative) => workOf(comparison, alternative));
  const measurements = alternatives.map((alternative, i): Measurement => {
    const time = median(times[i]);
    const ratios = times[i].map((each, round) => each / times[0][round]);
    if (unit === undefined) {
      const ratio = median(comparison.ratios === "speeds" ? ratios.map((each) => 1 / each) : ratios);
      return judge(alternative, { name: alternative.name, time, ratio });
    }
    const speeds = ratios.map((ratio) => works[i] / works[0] / ratio);
    // Work in a millisecond is a thousand times as much in a second.
    return judge(alternative, { name: alternative.name, time, rate: works[i] / time / 1e6, ratio: median(speeds) });
  });
  if (difference !== undefined) {
    const last = times[times.length - 1];
    measurements.push({ name: difference, time: median(last.map((each, round) => each - times[0][round])) });
  }
  return { name, ...(unit === undefined ? {} : { unit }), measurements };
}

function workOf({ name, unit }: Comparison, alternative: Alternative): number {
  if (unit === undefined || alternative.work !== undefined) return alternative.work ?? 1;
  throw new Error(`${name}: expected the work of ${alternative.name} for a speed in ${unit}, got none`);
}

function judge({ target }: Alternative, measurement: Measurement): Measurement {
  if (target === undefined) return measurement;
  const met =
    "ratioAtLeast" in target ? Number(measurement.ratio) >= target.ratioAtLeast : measurement.time <= target.timeAtMost;
  return { ...measurement, met };
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
