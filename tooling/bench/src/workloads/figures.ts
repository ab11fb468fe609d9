import type { Outcome } from "./Outcome.ts";
import { BASE } from "./systems/systems.ts";

/** A measured time, as files hold it. */
export interface Figure {
  readonly workload: string;
  readonly system: string;
  readonly threads: number;
  readonly msPerStep: number;
  /** Its time over the best of PyTorch; null without PyTorch. */
  readonly ratioToPyTorch: number | null;
}

/** The times that were measured, in the order of the outcomes. */
export function figuresOf(outcomes: readonly Outcome[]): Figure[] {
  return outcomes.flatMap(({ workload, system, threads, msPerStep }) => {
    if (msPerStep === undefined) return [];
    const base = bestTime(outcomes, workload, BASE);
    return [{ workload, system, threads, msPerStep, ratioToPyTorch: base === undefined ? null : msPerStep / base }];
  });
}

/** The least time of a system on a workload, whatever its threads are, or those up to a number. */
export function bestTime(
  outcomes: readonly Pick<Outcome, "workload" | "system" | "threads" | "msPerStep">[],
  workload: string,
  system: string,
  mostThreads = Number.POSITIVE_INFINITY,
): number | undefined {
  const times = outcomes
    .filter((each) => each.workload === workload && each.system === system && each.threads <= mostThreads)
    .flatMap(({ msPerStep }) => msPerStep ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
