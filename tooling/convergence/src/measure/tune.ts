import type { Method, Setting } from "../methods/Method.ts";
import type { Problem } from "../problems/Problem.ts";
import { measure } from "./measure.ts";
import type { Outcome } from "./Outcome.ts";

/** A setting and what came of it. */
export interface Tried {
  readonly setting: Setting;
  readonly outcome: Outcome;
}

/**
 * Tries all settings of a method: gives the one that needs the fewest evaluations, or comes to the lowest loss when none
 * reaches the target. Each has to do with fewer evaluations than the best so far.
 */
export function tune(problem: Problem, { tried }: Pick<Method, "tried">): Tried {
  let best: Tried | undefined;
  for (const setting of tried) {
    const limit = best?.outcome.end === "reached" ? best.outcome.evaluations - 1 : problem.limit;
    if (limit === 0) break;
    const outcome = measure(problem, setting.search, limit);
    if (best === undefined || isBetter(outcome, best.outcome)) best = { setting, outcome };
  }
  if (best === undefined) throw new Error("there are no settings to try");
  return best;
}

function isBetter(a: Outcome, b: Outcome): boolean {
  if (a.end === "reached" || b.end === "reached") return a.end === "reached";
  if (a.end === "diverged" || b.end === "diverged") return b.end === "diverged" && a.end !== "diverged";
  return a.lowest < b.lowest;
}
