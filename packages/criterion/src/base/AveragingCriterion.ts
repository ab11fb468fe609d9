import { type Activation, Criterion, type LossWeights } from "@rushlight/module";
import { checkOptions, type Tensor } from "@rushlight/tensor";

/** Options of criterions that can average. */
export interface SizeAverageOptions {
  /** Whether the loss is a mean rather than a sum; true when left out. */
  readonly sizeAverage?: boolean;
}

/** A criterion whose loss is a mean or a sum. */
export abstract class AveragingCriterion<I extends Activation = Tensor, T = Tensor> extends Criterion<I, T> {
  /** Whether the loss is a mean rather than a sum; it may be changed at any time. */
  sizeAverage: boolean;

  /** @throws ArgumentError for options that do not exist */
  constructor(options: SizeAverageOptions = {}) {
    super();
    checkOptions(this.constructor.name, options, this.optionNames);
    this.sizeAverage = options.sizeAverage ?? true;
  }

  override lossWeights(target: T, samples: number): LossWeights {
    return this.sizeAverage ? super.lossWeights(target, samples) : [undefined];
  }

  /** The names of the options that the constructor takes. */
  protected get optionNames(): readonly string[] {
    return ["sizeAverage"];
  }

  /** What to multiply a sum of that many terms by. */
  protected factor(terms: number): number {
    return this.sizeAverage ? 1 / terms : 1;
  }
}
