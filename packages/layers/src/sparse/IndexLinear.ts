import { type Activation, checkInputDType, emptied, formatSizes, isTable, type Table } from "@rushlight/module";
import { ArgumentError, checkOptions, DTypeError, formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { uniformBound } from "../linear/uniformBound.ts";
import { checkExtents } from "../linear/VectorLayer.ts";
import { checkWhole } from "../reshape/checks.ts";
import type { Entries, Sample } from "./Entries.ts";
import { normalizedValues, STATISTICS } from "./normalizedValues.ts";
import { accumulateFeatureBias } from "./products.ts";
import { SparseMap } from "./SparseMap.ts";

/** Options of {@link IndexLinear}. */
export interface IndexLinearOptions {
  /** Whether backward gives a gradient with respect to the values of all features; false when left out. */
  readonly doGradInput?: boolean;
  /** What is added to a key to make it a row of the weight; 0 when left out. */
  readonly keysOffset?: number;
  /** A weight to use, of the sizes that it would have, in place of a new one. */
  readonly weight?: Tensor;
  /** A bias to use, of the size that it would have, in place of a new one. */
  readonly bias?: Tensor;
  /** Whether values are divided by the largest that their feature had; false when left out. */
  readonly normalize?: boolean;
}

const optionNames: readonly (keyof IndexLinearOptions)[] = ["doGradInput", "keysOffset", "weight", "bias", "normalize"];

/**
 * An affine map of sparse vectors given as keys and values: y = Σ value·W[key] + b over the entries of a sample. Torch's
 * `nn.IndexLinear`.
 *
 * The input is a table in one of three forms; keys and sizes are int32, all vectors are flat:
 * - `[keys, values]`, one sample, which gives `[out]`;
 * - `[[keys, ...], [values, ...]]`, a batch of N samples, which gives `[N, out]`; an empty tensor is a sample without
 *   entries;
 * - `[keys, values, sizes]`, a batch with its samples one after the other, and how many entries each has.
 *
 * The gradients are dW[key] += value·dy and db += Σ dy. `weight` is `[in, out]`, `bias` is `[out]`; both begin with zeros,
 * and {@link reset} draws them.
 *
 * With `normalize`, `weight` is `[in, 4 + out]`. Its first four columns hold for each feature the largest magnitude that a
 * forward in training has met, the inverse of that, 1 once the feature was met, and a learned bias β. A value v counts as
 * v divided by that magnitude, limited to ±1, plus β; dβ += Σ dy·W[key].
 *
 * A step takes as long as its entries: {@link zeroGradParameters} and `updateParameters` walk the rows in use. With a
 * `weightDecay`, backward adds weightDecay·W[key] to the gradients of the rows in its input.
 *
 * `gradInput` is an empty table unless there is `doGradInput`, which `normalize` rules out: then it holds the keys of all
 * features and their gradients, `[in]` each for one sample, a list of these for each sample, or `[N, in]` each for the third
 * form.
 *
 * @example
 * ```ts
 * import { IndexLinear } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const sparse = new IndexLinear(1000, 1);
 * sparse.weight.put([998, 0], 7);
 * const keys = tensor([998, 5], { dtype: "int32" });
 * console.log(sparse.forward([keys, tensor([2, 1])]).toArray()); // [ 14 ]
 * const sizes = tensor([1, 1], { dtype: "int32" });
 * console.log(sparse.forward([keys, tensor([2, 1]), sizes]).toArray()); // [ [ 14 ], [ 0 ] ]
 * ```
 */
export class IndexLinear extends SparseMap<Table> {
  override gradInput: Table = [];
  readonly keysOffset: number;
  readonly normalize: boolean;
  /** The values of the entries of the last forward as it took them. */
  private normalized = new Float64Array(0);
  private normalizedCount = 0;
  private keys: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, for a keysOffset that is not whole, for `doGradInput` with `normalize`, and for
   * options that do not exist
   * @throws ShapeError or DTypeError for a weight or a bias of other sizes, or of another dtype than the default
   */
  constructor(inputSize: number, outputSize: number, options: IndexLinearOptions = {}) {
    checkOptions("IndexLinear", options, optionNames);
    checkExtents("IndexLinear", inputSize, outputSize);
    const { doGradInput = false, keysOffset = 0, normalize = false } = options;
    checkWhole("IndexLinear", "a keysOffset", keysOffset);
    if (doGradInput && normalize) throw new ArgumentError("IndexLinear: expected doGradInput or normalize, got both");
    const size = [inputSize, normalize ? STATISTICS + outputSize : outputSize];
    const parameters = {
      weight: parameter("weight", options.weight, size),
      gradWeight: new Tensor(size, { resident: true }),
      bias: parameter("bias", options.bias, [outputSize]),
    };
    super(parameters, inputSize, doGradInput);
    this.keysOffset = keysOffset;
    this.normalize = normalize;
  }

  /**
   * Draws weight and bias: uniform with the given standard deviation, or from ±1/√(columns of the weight); the bias then
   * times 1e-6. With `normalize`, what is known of the features is forgotten.
   */
  override reset(standardDeviation?: number): this {
    const { weight } = this;
    const bound = uniformBound(standardDeviation, weight.size(1));
    weight.uniform(-bound, bound);
    this.bias.uniform(-bound, bound).mul(1e-6);
    if (this.normalize) weight.narrow(1, 0, STATISTICS).zero();
    return this;
  }

  override updateGradInput(input: Table, gradOutput: Tensor): Table {
    this.checkBackward(input, gradOutput);
    this.gradInput = this.doGradInput ? this.pairsFor(input, this.denseGradInput(gradOutput)) : [];
    return this.gradInput;
  }

  override clearState(): this {
    this.normalized = new Float64Array(0);
    this.normalizedCount = 0;
    this.keys = emptied(this.keys);
    return super.clearState();
  }

  protected override factors(weight: Tensor): Tensor {
    return this.normalize ? weight.narrow(1, STATISTICS, this.outputSize) : weight;
  }

  protected override learned(weight: Tensor): Tensor {
    return this.normalize ? weight.narrow(1, STATISTICS - 1, this.outputSize + 1) : weight;
  }

  protected override valuesForward(entries: Entries): Float64Array {
    if (!this.normalize) return entries.values;
    if (this.normalized.length < entries.length) this.normalized = new Float64Array(entries.length);
    this.normalizedCount = entries.length;
    normalizedValues(entries, this.weight, this.train, this.normalized);
    return this.normalized;
  }

  protected override valuesBackward(entries: Entries): Float64Array {
    if (!this.normalize) return entries.values;
    if (this.normalizedCount !== entries.length) {
      throw new ShapeError(
        `${this.describe()}: expected the input of the last forward, of ${this.normalizedCount} entries, got ${entries.length}`,
      );
    }
    return this.normalized;
  }

  protected override accumulateMore(entries: Entries, gradOutput: Tensor, scale: number): void {
    if (!this.normalize) return;
    const gradient = this.gradWeight.select(1, STATISTICS - 1);
    accumulateFeatureBias(entries, this.factors(this.weight), gradOutput, scale, gradient);
  }

  protected override read(input: Table, entries: Entries): boolean {
    const range = { offset: this.keysOffset, features: this.inputSize };
    const samples = this.samplesOf(input);
    for (const sample of samples) entries.addSample(this, sample, range, false);
    return input.length === 2 && !isTable(input[0]);
  }

  /** Checks the form of an input, and gives the keys and values of each sample. */
  private samplesOf(input: Table): readonly Sample[] {
    if (!isTable(input) || input.length < 2 || input.length > 3) throw this.wrongForm(input);
    const [keys, values, sizes] = input;
    if (isTable(keys) || isTable(values)) {
      if (!isTable(keys) || !isTable(values) || sizes !== undefined || keys.length !== values.length) {
        throw this.wrongForm(input);
      }
      if (keys.length === 0) throw this.wrongForm(input);
      return keys.map((each, n) => this.checkSample(input, each, values[n]));
    }
    const all = this.checkSample(input, keys, values);
    return sizes === undefined ? [all] : this.split(input, all, sizes);
  }

  private checkSample(input: Table, keys: Activation, values: Activation): Sample {
    if (isTable(keys) || isTable(values)) throw this.wrongForm(input);
    if (keys.dim() > 1 || values.dim() > 1 || keys.nElement() !== values.nElement()) throw this.wrongForm(input);
    this.checkInteger("keys", keys);
    checkInputDType(this, values, this.weight.dtype);
    return { keys, values, first: 0, count: keys.nElement() };
  }

  /** The samples that lie one after the other. */
  private split(input: Table, all: Sample, sizes: Activation): readonly Sample[] {
    if (isTable(sizes) || sizes.dim() !== 1) throw this.wrongForm(input);
    this.checkInteger("sizes", sizes);
    const counts = Array.from({ length: sizes.nElement() }, (_, n) => sizes.get(n));
    const total = counts.reduce((sum, count) => sum + count, 0);
    if (counts.some((count) => count < 0) || total !== all.count) {
      throw new ShapeError(
        `${this.describe()}: expected sizes from 0 that add up to ${all.count} keys, got ${formatSize(counts)}`,
      );
    }
    let end = 0;
    return counts.map((count) => {
      end += count;
      return { ...all, first: end - count, count };
    });
  }

  private checkInteger(what: string, tensor: Tensor): void {
    if (tensor.dtype === "int32" || tensor.dim() === 0) return;
    throw new DTypeError(`${this.describe()}: expected int32 ${what}, got ${tensor.dtype}`);
  }

  private wrongForm(input: Activation): ShapeError {
    return new ShapeError(
      `${this.describe()}: expected {keys, values}, {{keys, ...}, {values, ...}} or {keys, values, sizes} of flat vectors as long as each other, got ${formatSizes(input)}`,
    );
  }

  /** The keys of all features beside their gradients, in the form of the input. */
  private pairsFor(input: Table, gradients: Tensor): Table {
    const samples = gradients.size(0);
    if (this.keys.nElement() !== samples * this.inputSize) {
      this.keys.resize(samples, this.inputSize);
      const data = this.keys.storage().data;
      for (let at = 0; at < this.keys.nElement(); at++) data[at] = (at % this.inputSize) - this.keysOffset;
    }
    if (input.length === 3) return [this.keys, gradients];
    const { keys } = this;
    if (!isTable(input[0])) return [keys.select(0, 0), gradients.select(0, 0)];
    return [input[0].map((_, n) => keys.select(0, n)), input[0].map((_, n) => gradients.select(0, n))];
  }
}

function parameter(name: string, given: Tensor | undefined, size: readonly number[]): Tensor {
  const own = new Tensor(given === undefined ? size : [], { resident: true });
  if (given === undefined) return own;
  if (given.dtype !== own.dtype) {
    throw new DTypeError(`IndexLinear: expected a ${own.dtype} ${name}, got ${given.dtype}`);
  }
  if (given.dim() !== size.length || size.some((extent, d) => extent !== given.size(d))) {
    throw new ShapeError(`IndexLinear: expected a ${name} ${formatSize(size)}, got ${formatSize(given.size())}`);
  }
  return given;
}
