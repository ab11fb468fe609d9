import type { ReplicaCosts } from "./replicaTime.ts";
import { type Costs, type DividedCall, stepTime } from "./stepTime.ts";

/** What was measured of a workload. Times are in milliseconds. */
export interface Measurements {
  readonly name: string;
  /** A step with one thread and with two. */
  readonly measured: readonly [one: number, two: number];
  /** The calls of kernels in a step, as numbers of threads divide them: that of 1 and 2, and others. */
  readonly profiles: ReadonlyMap<number, readonly DividedCall[]>;
  readonly replica: ReplicaCosts;
  /** A step with two workers. */
  readonly withTwoWorkers: number;
}

/** The calls of a step, as so many threads divide them. */
export function callsOf({ name, profiles }: Measurements, threads: number): readonly DividedCall[] {
  const calls = profiles.get(threads);
  if (calls === undefined) throw new RangeError(`${name}: expected the calls of a step with ${threads} threads`);
  return calls;
}

/** What a step does outside of kernels: what they leave of it on one thread. */
export function serialTime(measurements: Measurements): number {
  const computed = callsOf(measurements, 1).reduce((sum, { longest }) => sum + longest, 0);
  return Math.max(0, measurements.measured[0] - computed);
}

/** A step with so many threads, by the model. */
export function modelled(measurements: Measurements, threads: number, costs: Costs): number {
  return stepTime(serialTime(measurements), callsOf(measurements, threads), costs);
}
