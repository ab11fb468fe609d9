import type { Evaluation } from "@rushlight/optim";
import type { Problem } from "../problems/Problem.ts";
import { EndOfRun } from "./EndOfRun.ts";
import type { End, Outcome } from "./Outcome.ts";

/** A run that has diverged is one whose losses in at least so many last evaluations are all above the first. */
const LAST = 100;

/** A problem's loss that counts its evaluations, and ends the run at the target, at the limit, or when there is no number. */
export class CountedEvaluation {
  /** How often the loss was evaluated. */
  count = 0;
  private readonly problem: Problem;
  private readonly limit: number;
  private end: End = "stopped";
  private first = 0;
  private lowest = Infinity;
  /** The lowest of the losses lately, and of those before. */
  private recent: [now: number, before: number] = [Infinity, Infinity];

  /** @param limit the most evaluations */
  constructor(problem: Problem, limit: number) {
    this.problem = problem;
    this.limit = limit;
  }

  /**
   * The loss and the gradient.
   *
   * @throws EndOfRun when the run has come to its end
   */
  readonly evaluate: Evaluation = (x) => {
    const result = this.problem.evaluate(x);
    const [loss] = result;
    this.note(loss);
    if (!Number.isFinite(loss)) throw this.ended("diverged");
    if (loss <= this.problem.target) throw this.ended("reached");
    if (this.count >= this.limit) throw this.ended(Math.min(...this.recent) > this.first ? "diverged" : "limit");
    return result;
  };

  /** How the run went. */
  outcome(): Outcome {
    return { end: this.end, evaluations: this.count, lowest: this.lowest };
  }

  private note(loss: number): void {
    if (this.count === 0) this.first = loss;
    if (this.count % LAST === 0) this.recent = [Infinity, this.recent[0]];
    this.count += 1;
    if (loss < this.lowest) this.lowest = loss;
    if (loss < this.recent[0]) this.recent[0] = loss;
  }

  private ended(end: End): EndOfRun {
    this.end = end;
    return new EndOfRun(`the run ended after ${this.count} evaluations: ${end}`);
  }
}
