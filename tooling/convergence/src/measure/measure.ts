import type { Search } from "../methods/Method.ts";
import type { Problem } from "../problems/Problem.ts";
import { CountedEvaluation } from "./CountedEvaluation.ts";
import { EndOfRun } from "./EndOfRun.ts";
import type { Outcome } from "./Outcome.ts";

/**
 * Calls a method again and again until the problem's loss is as low as wanted.
 *
 * @param search begins the method with some settings
 * @param limit the most evaluations; the problem's when left out
 */
export function measure(problem: Problem, search: Search, limit: number = problem.limit): Outcome {
  const counted = new CountedEvaluation(problem, limit);
  const step = search(problem.start());
  try {
    for (let before = -1; counted.count > before; ) {
      before = counted.count;
      step(counted.evaluate);
    }
  } catch (error) {
    if (!(error instanceof EndOfRun)) throw error;
  }
  return counted.outcome();
}
