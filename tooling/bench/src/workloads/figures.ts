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
    const base = bestTime(outcomes, workload, { system: BASE });
    return [{ workload, system, threads, msPerStep, ratioToPyTorch: base === undefined ? null : msPerStep / base }];
  });
}

/** A system with numbers of threads between two limits; with any number, when they are left out. */
export interface Contender {
  readonly system: string;
  readonly fewest?: number;
  readonly most?: number;
}

/** The least time of a system on a workload. */
export function bestTime(
  outcomes: readonly Pick<Outcome, "workload" | "system" | "threads" | "msPerStep">[],
  workload: string,
  { system, fewest = 1, most = Number.POSITIVE_INFINITY }: Contender,
): number | undefined {
  const times = outcomes
    .filter((each) => each.workload === workload && each.system === system)
    .filter(({ threads }) => threads >= fewest && threads <= most)
    .flatMap(({ msPerStep }) => msPerStep ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}
