import { Criterion } from "@rushlight/module";
import { ArgumentError, checkOptions, DTypeError, formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkLabels, type Labels, type Places, placesOf } from "./labels.ts";

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
    const { elements, offset, stride } = placesOf(target);
    const { ignoreIndex } = this;
    const weights = this.weightPlaces();
    const [samples, start, rowStride, classStride] = rowsOf(input);
    let loss = 0;
    let total = 0;
    for (let row = 0; row < samples; row++) {
      const label = elements[offset + row * stride];
      if (label === ignoreIndex) continue;
      const weight = weights === undefined ? 1 : weights.elements[weights.offset + label * weights.stride];
      loss -= weight * data[start + row * rowStride + label * classStride];
      total += weight;
    }
    this.totalWeight = total;
    this.output = this.sizeAverage && total !== 0 ? loss / total : loss;
    return this.output;
  }

  override updateGradInput(input: Tensor, target: Labels): Tensor {
    this.check(input, target);
    const gradInput = this.gradInput.resizeAs(input).zero();
    const { elements, offset, stride } = placesOf(target);
    const { ignoreIndex } = this;
    const weights = this.weightPlaces();
    const [samples, start, rowStride, classStride] = rowsOf(gradInput);
    const total = this.sizeAverage ? this.sumOfWeights(samples, target) : 1;
    if (total === 0) return gradInput;
    const data = gradInput.storage().data;
    for (let row = 0; row < samples; row++) {
      const label = elements[offset + row * stride];
      if (label === ignoreIndex) continue;
      const weight = weights === undefined ? 1 : weights.elements[weights.offset + label * weights.stride];
      data[start + row * rowStride + label * classStride] = -weight / total;
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

  private sumOfWeights(samples: number, target: Labels): number {
    const { elements, offset, stride } = placesOf(target);
    const weights = this.weightPlaces();
    let total = 0;
    for (let row = 0; row < samples; row++) {
      const label = elements[offset + row * stride];
      if (label === this.ignoreIndex) continue;
      total += weights === undefined ? 1 : weights.elements[weights.offset + label * weights.stride];
    }
    return total;
  }

  private weightPlaces(): Places | undefined {
    return this.weights && placesOf(this.weights);
  }
}

/** The rows of an input: how many, where the first begins, and the distances of rows and of classes. */
function rowsOf(input: Tensor): readonly [samples: number, start: number, rowStride: number, classStride: number] {
  const batched = input.dim() === 2;
  return [batched ? input.size(0) : 1, input.storageOffset(), batched ? input.stride(0) : 0, input.stride(-1)];
}
