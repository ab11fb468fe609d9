import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import type { GuardedEvaluation } from "../../evaluation/GuardedEvaluation.ts";

/** A point of a line x + t·d, in memory that is used anew for other points. */
export interface LinePoint {
  t: number;
  /** The loss. */
  f: number;
  /** The gradient. */
  readonly g: Tensor;
  /** The slope along the line, g·d. */
  slope: number;
}

/** The line that {@link lswolfe} searches along. */
export class SearchLine {
  /** The loss at the start. */
  readonly f: number;
  /** The slope at the start. */
  readonly slope: number;
  private readonly guard: GuardedEvaluation;
  private readonly evaluate: Evaluation;
  private readonly d: Tensor;

  constructor(guard: GuardedEvaluation, evaluate: Evaluation, d: Tensor, start: LinePoint) {
    this.guard = guard;
    this.evaluate = evaluate;
    this.d = d;
    this.f = start.f;
    this.slope = start.slope;
  }

  /** Moves the parameters to a point of the line. */
  move(t: number): Tensor {
    return this.guard.back().add(t, this.d);
  }

  /** Moves the parameters and evaluates there. */
  at(t: number, point: LinePoint): LinePoint {
    this.move(t);
    const [f, g] = this.guard.lossAndGradient(this.evaluate);
    // The gradient may be a buffer that the next evaluation overwrites.
    point.g.copy(g);
    point.t = t;
    point.f = f;
    point.slope = point.g.dot(this.d);
    return point;
  }

  /** Whether a point is too high for its distance. */
  tooHigh({ f, t }: LinePoint, c1: number): boolean {
    return f > this.f + c1 * t * this.slope;
  }

  /** Whether the slope at a point is small enough. */
  flat({ slope }: LinePoint, c2: number): boolean {
    return Math.abs(slope) <= -c2 * this.slope;
  }
}
