/**
 * How a run ended: at the target, at the limit of evaluations, where the method itself ended, or away from the minimum.
 */
export type End = "reached" | "limit" | "stopped" | "diverged";

/** What came of a run. */
export interface Outcome {
  readonly end: End;
  /** How often the loss was evaluated, with the last time. */
  readonly evaluations: number;
  /** The lowest loss. */
  readonly lowest: number;
}
