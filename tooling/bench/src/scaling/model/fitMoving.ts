import { callsOf, type Measurements, modelled } from "./Measurements.ts";
import type { Costs } from "./stepTime.ts";

/**
 * What a divided call costs in a training step beyond what it costs in a loop that does nothing else: operands and results lie in
 * the caches of the core that had them last. It is the one number, in milliseconds and not below 0, with which the model comes
 * nearest to the steps that were measured with two threads: with the least squares of relative errors.
 */
export function fitMoving(workloads: readonly Measurements[], costs: Costs): number {
  let above = 0;
  let below = 0;
  for (const workload of workloads) {
    const two = workload.measured[1];
    const calls = callsOf(workload, 2).filter(({ parts }) => parts > 1).length / two;
    const missing = (two - modelled(workload, 2, costs)) / two;
    above += calls * missing;
    below += calls * calls;
  }
  return below === 0 ? 0 : Math.max(0, above / below);
}
