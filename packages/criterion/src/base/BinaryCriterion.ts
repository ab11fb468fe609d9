import { formatSize, mapInto, ShapeError, Tensor } from "@rushlight/tensor";
import type { SizeAverageOptions } from "./AveragingCriterion.ts";
import { ElementwiseCriterion } from "./ElementwiseCriterion.ts";

/** Options of criterions of many yes-or-no answers. */
export interface BinaryOptions extends SizeAverageOptions {
  /** A weight for each element of the last dimension, `[C]`; all 1 when left out. */
  readonly weights?: Tensor;
}

/**
 * The negative log-likelihood of independent answers: −Σ w·(t·ln p + (1 − t)·ln(1 − p)) for targets t from 0 to 1 and
 * probabilities p that are functions of the input, element by element.
 */
export abstract class BinaryCriterion extends ElementwiseCriterion {
  readonly weights: Tensor | undefined;
  private terms = new Tensor([], { resident: true });
  private complement = new Tensor([], { resident: true });

  /**
   * @throws ShapeError when the weights are not a vector
   * @throws ArgumentError for options that do not exist
   */
  constructor(options: BinaryOptions = {}) {
    super(options);
    const { weights } = options;
    if (weights !== undefined && weights.dim() !== 1) {
      throw new ShapeError(`${this.constructor.name}: expected weights [C], got ${formatSize(weights.size())}`);
    }
    this.weights = weights?.to(this.type()).contiguous();
  }

  protected override get optionNames(): readonly string[] {
    return ["weights", "sizeAverage"];
  }

  /** result ← ln p */
  protected abstract logProbabilityInto(input: Tensor, result: Tensor): void;

  /** result ← ln(1 − p) */
  protected abstract logComplementInto(input: Tensor, result: Tensor): void;

  protected override check(input: Tensor, _target: Tensor): void {
    if (this.weights === undefined || this.weights.size(0) === input.size(-1)) return;
    throw new ShapeError(
      `${this.constructor.name}: expected an input with a last dimension of ${this.weights.size(0)}, as many as weights, got ${formatSize(input.size())}`,
    );
  }

  protected override total(input: Tensor, target: Tensor): number {
    const terms = this.terms.resizeAs(input);
    this.logProbabilityInto(input, terms);
    const positive = this.weigh(terms).dot(target);
    this.logComplementInto(input, terms);
    const complement = this.complement.resizeAs(input);
    mapInto(this.constructor.name, "scalarMinus", target, complement, 1);
    return 0 - positive - this.weigh(terms).dot(complement);
  }

  /** Multiplies a tensor of the input's size by the weights. */
  protected weigh(terms: Tensor): Tensor {
    if (this.weights === undefined) return terms;
    const size = terms.size().map((extent, d) => (d === terms.dim() - 1 ? extent : 1));
    return terms.cmul(this.weights.view(size).expandAs(terms));
  }
}
