import type { Evaluation } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";

/** What the problems are called on the command line. */
export const problemNames = ["rosenbrock", "quadratic", "digits"] as const;

/** What a problem is called on the command line. */
export type ProblemName = (typeof problemNames)[number];

/** A loss to bring down, by methods that begin at the same place. */
export interface Problem {
  readonly name: ProblemName;
  readonly title: string;
  /** What it is, in Markdown. */
  readonly description: string;
  /** The loss to reach. */
  readonly target: number;
  /** The most evaluations. */
  readonly limit: number;
  /** Where every method begins: a new tensor each time. */
  start(): Tensor;
  /** The loss and its gradient, a buffer that the next evaluation overwrites. */
  evaluate: Evaluation;
}
