import { Contestant } from "./Contestant.ts";
import type { Outcome } from "./Outcome.ts";
import type { Schedule } from "./Schedule.ts";
import type { System } from "./systems/System.ts";
import type { Workload } from "./Workload.ts";

/**
 * Measures systems on one workload: each trains in a process of its own, one at a time, in rounds A B C A B C ..., so that
 * whatever slows the machine down for a while slows all of them down.
 */
export async function compete(
  workload: Workload,
  systems: readonly System[],
  schedule: Schedule,
): Promise<readonly Outcome[]> {
  const contestants = systems.map((system) => new Contestant(system, workload));
  try {
    await Promise.all(contestants.map((contestant) => contestant.open()));
    for (const contestant of contestants) await contestant.warmUp(schedule);
    for (let round = 0; round < schedule.rounds; round++) {
      for (const contestant of contestants) await contestant.round();
    }
    return contestants.map((contestant) => contestant.outcome());
  } finally {
    await Promise.all(contestants.map((contestant) => contestant.close()));
  }
}
