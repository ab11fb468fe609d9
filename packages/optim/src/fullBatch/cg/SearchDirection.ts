import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import type { GuardedEvaluation } from "../../evaluation/GuardedEvaluation.ts";

/** The loss at a point of a line, and its slope along the line. */
export interface Sample {
  readonly loss: number;
  readonly slope: number;
}

/** The line that {@link cg} searches along, from where the parameters are. */
export class SearchDirection {
  /** The direction. */
  readonly s: Tensor;
  /** The gradient where was evaluated last. */
  gradient: Tensor;
  private readonly x: Tensor;
  private readonly guard: GuardedEvaluation;
  private readonly evaluate: Evaluation;

  /** The direction and the gradient are buffers to work in. */
  constructor(guard: GuardedEvaluation, evaluate: Evaluation, x: Tensor, s: Tensor, gradient: Tensor) {
    this.guard = guard;
    this.evaluate = evaluate;
    this.x = x;
    this.s = s;
    this.gradient = gradient;
  }

  /** Moves the parameters so many times the direction, and evaluates there. */
  move(by: number): Sample {
    this.x.add(by, this.s);
    const loss = this.evaluateHere();
    return { loss, slope: this.gradient.dot(this.s) };
  }

  /** Evaluates where the parameters are. */
  evaluateHere(): number {
    const [loss, gradient] = this.guard.lossAndGradient(this.evaluate);
    // The gradient may be a buffer that the next evaluation overwrites.
    this.gradient.copy(gradient);
    return loss;
  }

  /** Turns the direction against a gradient, and gives the slope there. */
  descend(gradient: Tensor): number {
    this.s.copy(gradient).mul(-1);
    return -this.s.dot(this.s);
  }
}
