import { workloadTable } from "./report/workloadTable.ts";
import { compete } from "./workloads/compete.ts";
import type { Outcome } from "./workloads/Outcome.ts";
import type { Schedule } from "./workloads/Schedule.ts";
import type { System } from "./workloads/systems/System.ts";
import type { Workload } from "./workloads/Workload.ts";

/** Measures systems on workloads, one workload after the other, and prints what comes out. */
export async function runWorkloads(
  workloads: readonly Workload[],
  systems: readonly System[],
  schedule: Schedule,
  out: (line: string) => void,
): Promise<readonly Outcome[]> {
  out("workloads: training steps in float32, each system in a process of its own");
  out(`up to ${schedule.rounds} rounds, medians\n`);
  const outcomes: Outcome[] = [];
  for (const workload of workloads) {
    out(`${workload.name.padEnd(5)}${workload.about}`);
    outcomes.push(...(await compete(workload, systems, schedule)));
  }
  out(`\n${workloadTable(outcomes).join("\n")}\n`);
  return outcomes;
}
