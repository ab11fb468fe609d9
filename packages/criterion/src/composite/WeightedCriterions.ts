import {
  type Activation,
  type AnyCriterion,
  Criterion,
  type LossWeights,
  locateError,
  recursiveAdd,
  recursiveFill,
  recursiveResizeAs,
} from "@rushlight/module";
import { ArgumentError } from "@rushlight/tensor";

/** A criterion whose loss is a weighted sum of those of others. */
export abstract class WeightedCriterions<I extends Activation, T> extends Criterion<I, T> {
  /** The criterions inside, in order. */
  readonly criterions: AnyCriterion[] = [];
  /** The weight of each. */
  readonly weights: number[] = [];

  override get lossTerms(): number {
    return this.criterions.reduce((terms, criterion) => terms + criterion.lossTerms, 0);
  }

  override lossWeights(target: T, samples: number): LossWeights {
    const targetOf = this.targetsOf(target);
    return this.criterions.flatMap((criterion, i) => criterion.lossWeights(targetOf(i), samples));
  }

  override partLosses(input: I, target: T, samples: number): readonly number[] {
    const [inputOf, targetOf] = [this.inputsOf(input), this.targetsOf(target)];
    return this.criterions.flatMap((criterion, i) => {
      const losses = this.located(i, () => criterion.partLosses(inputOf(i), targetOf(i), samples));
      return losses.map((loss) => this.weights[i] * loss);
    });
  }

  override partGradient(input: I, target: T, shares: readonly number[]): I {
    let term = 0;
    const sharesOf = this.criterions.map(({ lossTerms }) => {
      term += lossTerms;
      return shares.slice(term - lossTerms, term);
    });
    return this.sumOfGradients(input, target, (criterion, i, ...taken) =>
      criterion.partGradient(...taken, sharesOf[i]),
    );
  }

  override updateOutput(input: I, target: T): number {
    const [inputOf, targetOf] = [this.inputsOf(input), this.targetsOf(target)];
    let loss = 0;
    for (const [i, criterion] of this.criterions.entries()) {
      loss += this.weights[i] * this.located(i, () => criterion.updateOutput(inputOf(i), targetOf(i)));
    }
    this.output = loss;
    return loss;
  }

  override updateGradInput(input: I, target: T): I {
    return this.sumOfGradients(input, target, (criterion, _i, ...taken) => criterion.updateGradInput(...taken));
  }

  /** What each of the criterions takes of an input. */
  protected abstract inputsOf(input: Activation): (index: number) => Activation;

  /** What each of the criterions takes of a target. */
  protected abstract targetsOf(target: unknown): (index: number) => unknown;

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

  /** gradInput ← Σ wᵢ·gᵢ, each gradient added where its criterion takes its input from. */
  private sumOfGradients(
    input: I,
    target: T,
    gradientOf: (criterion: AnyCriterion, index: number, input: Activation, target: unknown) => Activation,
  ): I {
    const [inputOf, targetOf] = [this.inputsOf(input), this.targetsOf(target)];
    const gradients = this.criterions.map((criterion, i) =>
      this.located(i, () => gradientOf(criterion, i, inputOf(i), targetOf(i))),
    );
    this.gradInput = recursiveFill(recursiveResizeAs(this.gradInput, input), 0);
    const sumOf = this.inputsOf(this.gradInput);
    for (const [i, gradient] of gradients.entries()) recursiveAdd(sumOf(i), gradient, this.weights[i]);
    return this.gradInput;
  }

  private located<Result>(index: number, run: () => Result): Result {
    try {
      return run();
    } catch (error) {
      throw locateError(error, this.constructor.name, index, this.criterions[index].constructor.name);
    }
  }
}
