import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../evaluation/Evaluation.ts";
import { NonFiniteLossError } from "../evaluation/NonFiniteLossError.ts";

/** The best point that a search has seen. */
export interface BestPoint {
  best: Tensor;
  /** Its loss; left out while no loss was finite. */
  bestLoss?: number;
}

/** Evaluates candidates in the place of the parameters, and keeps the best point. */
export class Trials {
  /** How many evaluations there were. */
  count = 0;
  private readonly owner: string;
  private readonly evaluate: LossEvaluation;
  private readonly x: Tensor;
  private readonly kept: BestPoint;

  /** @param kept where the best point is, and where a better one goes */
  constructor(owner: string, evaluate: LossEvaluation, x: Tensor, kept: BestPoint) {
    this.owner = owner;
    this.evaluate = evaluate;
    this.x = x;
    this.kept = kept;
  }

  /**
   * The loss at a candidate, of the size of the parameters; at the parameters themselves when left out.
   *
   * @throws ArgumentError for an evaluation that gives no loss
   * @throws NonFiniteLossError for NaN and −∞
   */
  loss(candidate?: Tensor): number {
    const { x, kept, owner } = this;
    if (candidate !== undefined) x.copy(candidate);
    this.count += 1;
    const evaluated = this.evaluate(x);
    const loss = typeof evaluated === "object" ? evaluated?.[0] : evaluated;
    if (typeof loss !== "number") {
      throw new ArgumentError(`${owner}: expected a loss or [loss, …] from the evaluation, got ${shown(evaluated)}`);
    }
    if (Number.isNaN(loss) || loss === -Infinity) throw new NonFiniteLossError(owner, loss, this.count);
    if (loss < (kept.bestLoss ?? Infinity)) {
      kept.best.copy(candidate ?? x);
      kept.bestLoss = loss;
    }
    return loss;
  }
}
