import type { StepResult } from "../evaluation/Evaluation.ts";

/** What a search gives that evaluates as often as it needs. */
export interface SearchResult extends StepResult {
  /** How often the function was evaluated. */
  readonly evaluations: number;
}
