import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { scratch } from "../state/scratch.ts";
import { checkLikeParameters } from "./checks.ts";
import type { Evaluation, LossEvaluation } from "./Evaluation.ts";
import { NonFiniteLossError } from "./NonFiniteLossError.ts";
import { checkNumber, readEvaluation, readLoss } from "./readEvaluation.ts";

/** What a search evaluates with: every result is checked and counted, and the last good point is kept. */
export class GuardedEvaluation {
  /** How often has been evaluated. */
  evaluations = 0;
  private readonly owner: string;
  private readonly x: Tensor;
  private readonly good: Tensor;

  /** @param good a buffer that holds the parameters as they are */
  constructor(owner: string, x: Tensor, good: Tensor) {
    this.owner = owner;
    this.x = x;
    this.good = good;
  }

  /** Takes the present parameters for the last good point. */
  accept(): void {
    this.good.copy(this.x);
  }

  /** Puts the parameters back to the last good point. */
  back(): Tensor {
    return this.x.copy(this.good);
  }

  /**
   * Evaluates the loss and the gradient.
   *
   * @param at where; at the parameters when left out
   * @throws NonFiniteLossError for a loss that is NaN or infinite
   * @throws ArgumentError, ShapeError or DTypeError for anything but a loss and a finite gradient that goes with the
   *   parameters
   */
  lossAndGradient(evaluate: Evaluation, at: Tensor = this.x): readonly [loss: number, gradient: Tensor] {
    this.evaluations += 1;
    const [loss, gradient] = readEvaluation(this.owner, evaluate, at);
    this.checkLoss(loss);
    checkLikeParameters(this.owner, "gradient", gradient, this.x);
    const sum = gradient.sum();
    if (Number.isFinite(sum)) return [loss, gradient];
    throw new ArgumentError(
      `${this.owner}: expected a finite gradient, got one that sums to ${sum} at evaluation ${this.evaluations}`,
    );
  }

  /**
   * Evaluates the loss alone.
   *
   * @param evaluate gives the loss, or the loss and more
   * @throws NonFiniteLossError or ArgumentError, as {@link lossAndGradient}
   */
  loss(evaluate: LossEvaluation): number {
    this.evaluations += 1;
    const loss = readLoss(this.owner, evaluate, this.x);
    this.checkLoss(loss);
    return loss;
  }

  /**
   * Checks a loss that the present evaluation gave.
   *
   * @throws NonFiniteLossError when it is NaN or infinite; ArgumentError when it is no number
   */
  checkLoss(loss: unknown): void {
    checkNumber(this.owner, loss);
    if (!Number.isFinite(loss)) throw new NonFiniteLossError(this.owner, loss, this.evaluations);
  }
}

/**
 * Searches with guarded evaluations: when anything is thrown, the parameters go back to the last good point.
 *
 * @param owner what messages call the search
 * @param memory what the buffer for that point is kept with
 */
export function guarded<T>(owner: string, x: Tensor, memory: object, search: (guard: GuardedEvaluation) => T): T {
  const guard = new GuardedEvaluation(owner, x, scratch(memory, "good", x).copy(x));
  try {
    return search(guard);
  } catch (error) {
    guard.back();
    throw error;
  }
}
