import type { Measurements } from "../../src/scaling/model/Measurements.ts";
import type { ReplicaCosts } from "../../src/scaling/model/replicaTime.ts";
import type { Costs } from "../../src/scaling/model/stepTime.ts";

/** Costs that are easy to reckon with. */
export const costs: Costs = {
  forkJoin: { intercept: 1, slope: 0.5 },
  moving: 0.25,
  bandwidth: { one: 100, contention: 0.5 },
};

/** A millisecond for each sample. */
export const replica: ReplicaCosts = {
  batch: 64,
  compute: (samples) => samples,
  message: 2,
  nextMessage: 0.5,
  addition: 3,
  copy: 1,
  update: 8,
};

/** What could have been measured of a workload. */
export function workload(
  name: string,
  measured: Measurements["measured"],
  profiles: Measurements["profiles"],
): Measurements {
  return { name, measured, profiles, replica, withTwoWorkers: 50 };
}
