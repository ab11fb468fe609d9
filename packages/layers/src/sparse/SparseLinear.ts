import { type Activation, checkInputDType, emptied, formatSizes, isTable } from "@rushlight/module";
import { checkOptions, ShapeError, Tensor } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";
import { checkExtents } from "../linear/VectorLayer.ts";
import type { Entries } from "./Entries.ts";
import { SparseMap } from "./SparseMap.ts";

/** Options of {@link SparseLinear}. */
export interface SparseLinearOptions {
  /** Whether backward gives a gradient with respect to the values of all features; false when left out. */
  readonly doGradInput?: boolean;
}

const optionNames: readonly (keyof SparseLinearOptions)[] = ["doGradInput"];

/**
 * An affine map of sparse vectors: y = Σ value·W[:, index] + b over the entries of a sample. Torch's `nn.SparseLinear`.
 *
 * Shapes: a sample is `[entries, 2]`, an index from 0 to in − 1 and a value in each row, and gives `[out]`. A batch is a
 * table of samples, or `[N, entries, 2]`, and gives `[N, out]`; an empty tensor in a table is a sample without entries.
 * Entries whose value is 0 count for nothing, whatever their index is. An index may come more than once.
 *
 * The gradients are dW[:, index] += value·dy and db += Σ dy. `weight` is `[out, in]` and lies column by column, `bias` is
 * `[out]`. The weight is drawn uniform from ±1/√in, then the bias from ±1e-6/√in.
 *
 * A step takes as long as its entries: {@link zeroGradParameters} and `updateParameters` walk the columns in use. With
 * a `weightDecay`, backward adds weightDecay·W to the gradient of the whole weight, and they walk all of it.
 *
 * `gradInput` is an empty table unless there is `doGradInput`: then it is `[in, 2]` for each sample, the indices of all
 * features and their gradients, in a table or a batch like the input.
 *
 * @example
 * ```ts
 * import { SparseLinear } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const sparse = new SparseLinear(1000, 1);
 * sparse.weight.zero();
 * sparse.weight.put([0, 998], 7);
 * sparse.bias.fill(1);
 * console.log(sparse.forward(tensor([[998, 2], [5, 1]])).toArray()); // [ 15 ]
 * console.log(sparse.forward([tensor([[998, 1]]), tensor([[5, 1]])]).toArray()); // [ [ 8 ], [ 1 ] ]
 * ```
 */
export class SparseLinear extends SparseMap<Activation> {
  override gradInput: Activation = [];
  private pairs = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize: number, outputSize: number, options: SparseLinearOptions = {}) {
    checkOptions("SparseLinear", options, optionNames);
    checkExtents("SparseLinear", inputSize, outputSize);
    const parameters = {
      weight: new Tensor([inputSize, outputSize], { resident: true }).t(),
      gradWeight: new Tensor([inputSize, outputSize], { resident: true }).t(),
      bias: new Tensor([outputSize], { resident: true }),
    };
    super(parameters, inputSize, options.doGradInput ?? false);
    this.reset();
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√in; the bias then times 1e-6. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.inputSize);
    this.weight.uniform(-bound, bound);
    this.bias.uniform(-bound, bound).mul(1e-6);
    return this;
  }

  override updateGradInput(input: Activation, gradOutput: Tensor): Activation {
    this.checkBackward(input, gradOutput);
    if (!this.doGradInput) {
      this.gradInput = [];
      return this.gradInput;
    }
    const gradients = this.denseGradInput(gradOutput);
    const pairs = this.pairs.resize(gradients.size(0), this.inputSize, 2);
    pairs.select(2, 1).copy(gradients);
    const data = pairs.storage().data;
    for (let at = 0; at < pairs.nElement(); at += 2) data[at] = (at / 2) % this.inputSize;
    if (isTable(input)) this.gradInput = input.map((_, n) => pairs.select(0, n));
    else this.gradInput = input.dim() === 2 ? pairs.select(0, 0) : pairs;
    return this.gradInput;
  }

  override clearState(): this {
    this.pairs = emptied(this.pairs);
    return super.clearState();
  }

  protected override factors(weight: Tensor): Tensor {
    return weight.t();
  }

  protected override accumulateDecay(scale: number): void {
    this.useAll();
    this.gradWeight.add(scale, this.weight);
  }

  protected override read(input: Activation, entries: Entries): boolean {
    const samples = isTable(input) ? input : input.dim() === 3 ? [...input.slices()] : [input];
    if (samples.length === 0) throw this.wrongSize(input);
    for (const sample of samples) {
      if (isTable(sample)) throw this.wrongSize(input);
      checkInputDType(this, sample, this.weight.dtype);
      const fits = sample.dim() === 2 && sample.size(1) === 2;
      if (!fits && !(isTable(input) && sample.dim() === 0)) throw this.wrongSize(input);
    }
    const keys = { offset: 0, features: this.inputSize };
    for (const sample of samples) {
      if (isTable(sample)) continue;
      const count = sample.dim() === 0 ? 0 : sample.size(0);
      const [indices, values] = count === 0 ? [sample, sample] : [sample.select(1, 0), sample.select(1, 1)];
      entries.addSample(this, { keys: indices, values, first: 0, count }, keys, true);
    }
    return !isTable(input) && input.dim() === 2;
  }

  private wrongSize(input: Activation): ShapeError {
    return new ShapeError(
      `${this.describe()}: expected [entries, 2], a table of such or [N, entries, 2], got ${formatSizes(input)}`,
    );
  }
}
