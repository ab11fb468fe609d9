import { Criterion } from "@rushlight/module";
import { ArgumentError, checkOptions, DTypeError, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkLabels, type Labels, labelAt } from "./labels.ts";

/** Options of {@link ClassNLLCriterion}. */
export interface ClassNLLOptions {
  /** A weight for each class, `[C]`; all 1 when left out. */
  readonly weights?: Tensor;
  /** Whether the loss is a weighted mean rather than a sum; true when left out. */
  readonly sizeAverage?: boolean;
  /** A label whose samples do not count; −100 when left out. */
  readonly ignoreIndex?: number;
}

/** The names of the options of {@link ClassNLLCriterion}. */
export const classNLLOptionNames: readonly (keyof ClassNLLOptions)[] = ["weights", "sizeAverage", "ignoreIndex"];

/**
 * The negative log-likelihood of classes: −Σᵢ w[tᵢ]·x[i, tᵢ] / Σᵢ w[tᵢ]; without averaging the sum alone. Torch's
 * `nn.ClassNLLCriterion`.
 *
 * Shapes: input `[N, C]` of log-probabilities with labels `[N]`, or `[C]` with one label. Labels are from 0 to C − 1, in
 * a tensor of any dtype. Samples labelled `ignoreIndex` count neither above nor below; when none is left the loss is 0.
 *
 * @example
 * ```ts
 * import { ClassNLLCriterion } from "@rushlight/criterion";
 * import { tensor } from "@rushlight/tensor";
 *
 * const criterion = new ClassNLLCriterion();
 * const logProbabilities = tensor([[-1, -2], [-3, -0.5]]);
 * const labels = tensor([0, 1], { dtype: "int32" });
 * console.log(criterion.forward(logProbabilities, labels)); // 0.75
 * console.log(criterion.backward(logProbabilities, labels).toArray()); // [ [ -0.5, 0 ], [ 0, -0.5 ] ]
 * ```
 */
export class ClassNLLCriterion extends Criterion<Tensor, Labels> {
  sizeAverage: boolean;
  readonly weights: Tensor | undefined;
  readonly ignoreIndex: number;
  /** The sum of the weights of the labels that counted in the last call. */
  totalWeight = 0;

  /**
   * @throws ShapeError when the weights are not a vector
   * @throws ArgumentError for options that do not exist
   */
  constructor(options: ClassNLLOptions = {}) {
    super();
    checkOptions("ClassNLLCriterion", options, classNLLOptionNames);
    if (options.weights !== undefined && options.weights.dim() !== 1) {
      throw new ShapeError(`ClassNLLCriterion: expected weights [C], got ${formatSize(options.weights.size())}`);
    }
    if (options.ignoreIndex !== undefined && !Number.isInteger(options.ignoreIndex)) {
      throw new ArgumentError(`ClassNLLCriterion: expected a whole ignoreIndex, got ${options.ignoreIndex}`);
    }
    this.weights = options.weights;
    this.sizeAverage = options.sizeAverage ?? true;
    this.ignoreIndex = options.ignoreIndex ?? -100;
  }

  override updateOutput(input: Tensor, target: Labels): number {
    this.check(input, target);
    const data = input.storage().data;
    let loss = 0;
    this.totalWeight = 0;
    for (let row = 0; row < samplesIn(input); row++) {
      const label = labelAt(target, row);
      if (label === this.ignoreIndex) continue;
      const weight = this.weightOf(label);
      loss -= weight * data[positionOf(input, row, label)];
      this.totalWeight += weight;
    }
    this.output = this.sizeAverage && this.totalWeight !== 0 ? loss / this.totalWeight : loss;
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Labels): Tensor {
    this.check(input, target);
    const gradInput = this.gradInput.resizeAs(input).zero();
    const total = this.sumOfWeights(input, target);
    if (this.sizeAverage && total === 0) return gradInput;
    const data = gradInput.storage().data;
    for (let row = 0; row < samplesIn(input); row++) {
      const label = labelAt(target, row);
      if (label === this.ignoreIndex) continue;
      data[positionOf(gradInput, row, label)] = -this.weightOf(label) / (this.sizeAverage ? total : 1);
    }
    return gradInput;
  }

  private check(input: Tensor, target: Labels): void {
    checkLabels("ClassNLLCriterion", input, target, this.ignoreIndex);
    if (input.dtype !== this.gradInput.dtype) {
      throw new DTypeError(`ClassNLLCriterion: expected a ${this.gradInput.dtype} input, got ${input.dtype}`);
    }
    if (this.weights !== undefined && this.weights.size(0) !== input.size(-1)) {
      throw new ShapeError(
        `ClassNLLCriterion: expected an input of ${this.weights.size(0)} classes, as many as weights, got ${formatSize(input.size())}`,
      );
    }
  }

  private sumOfWeights(input: Tensor, target: Labels): number {
    let total = 0;
    for (let row = 0; row < samplesIn(input); row++) {
      const label = labelAt(target, row);
      if (label !== this.ignoreIndex) total += this.weightOf(label);
    }
    return total;
  }

  private weightOf(label: number): number {
    return this.weights === undefined ? 1 : this.weights.get(label);
  }
}

function samplesIn(input: Tensor): number {
  return input.dim() === 2 ? input.size(0) : 1;
}

function positionOf(input: Tensor, row: number, label: number): number {
  const rowStride = input.dim() === 2 ? input.stride(0) : 0;
  return input.storageOffset() + row * rowStride + label * input.stride(-1);
}
