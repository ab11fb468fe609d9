import { fitCost } from "./fitCost.ts";
import { callsOf, type Measurements, modelled } from "./Measurements.ts";
import { strongTime } from "./replicaTime.ts";
import type { Costs } from "./stepTime.ts";

/**
 * What a divided call costs in a training step beyond what it costs in a loop that does nothing else, in milliseconds: operands
 * and results lie in the caches of the core that had them last. Fitted on the steps with two threads.
 */
export function fitMoving(workloads: readonly Measurements[], costs: Omit<Costs, "moving">): number {
  return fitCost(
    workloads.map((workload) => ({
      measured: workload.measured[1],
      modelled: modelled(workload, 2, { ...costs, moving: 0 }),
      count: callsOf(workload, 2).filter(({ parts }) => parts > 1).length,
    })),
  );
}

/** What a step with workers takes beyond the rest of the model, in milliseconds. Fitted on the steps with two workers. */
export function fitHandling(workloads: readonly Measurements[]): number {
  return fitCost(
    workloads.map(({ replica, withTwoWorkers }) => ({
      measured: withTwoWorkers,
      modelled: strongTime(replica, 2, 0),
      count: 1,
    })),
  );
}
