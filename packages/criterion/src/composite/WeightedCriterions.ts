import { type Activation, type AnyCriterion, Criterion, locateError } from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";

/** A criterion whose loss is a weighted sum of those of others. */
export abstract class WeightedCriterions<I extends Activation, T> extends Criterion<I, T> {
  /** The criterions inside, in order. */
  readonly criterions: AnyCriterion[] = [];
  /** The weight of each. */
  readonly weights: number[] = [];

  /** Adds a criterion to the others. */
  protected push(criterion: AnyCriterion, weight: number): void {
    const name = this.constructor.name;
    if (!(criterion instanceof Criterion)) {
      throw new ArgumentError(`${name}.add: expected a criterion, got ${String(criterion)}`);
    }
    if (!Number.isFinite(weight)) {
      throw new ArgumentError(`${name}.add: expected a weight that is a number, got ${String(weight)}`);
    }
    this.criterions.push(criterion);
    this.weights.push(weight);
  }

  /** The weighted sum of the losses, for what each of the criterions takes. */
  protected sumOfLosses(inputOf: (index: number) => Activation, targetOf: (index: number) => unknown): number {
    let loss = 0;
    for (const [i, criterion] of this.criterions.entries()) {
      loss += this.weights[i] * this.located(i, () => criterion.updateOutput(inputOf(i), targetOf(i)));
    }
    return loss;
  }

  /** The gradient of one of the criterions, not weighted. */
  protected gradientOf(index: number, input: Activation, target: unknown): Activation {
    return this.located(index, () => this.criterions[index].updateGradInput(input, target));
  }

  private located<Result>(index: number, run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      throw locateError(error, this.constructor.name, index, this.criterions[index].constructor.name);
    }
  }
}
