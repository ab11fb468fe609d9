import { type Activation, checkGradOutput, emptied, Module, type MovedParameters } from "@rushlight/module";
import { ShapeError, Tensor } from "@rushlight/tensor";
import { asRows } from "../linear/VectorLayer.ts";
import { Entries } from "./Entries.ts";
import { accumulateProducts, addFeatures, productsInto, zeroFeatures } from "./products.ts";
import { UsedFeatures } from "./UsedFeatures.ts";

/** The parameters of a {@link SparseMap}. */
export interface SparseParameters {
  readonly weight: Tensor;
  readonly gradWeight: Tensor;
  readonly bias: Tensor;
}

/**
 * The base of affine maps of sparse inputs: y = Σ value·W[feature] + b over the entries of a sample. A step walks the
 * features in its inputs, not the weight.
 *
 * @typeParam I what it takes
 */
export abstract class SparseMap<I extends Activation> extends Module<I, Tensor> {
  readonly inputSize: number;
  readonly outputSize: number;
  readonly doGradInput: boolean;
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor;
  override gradBias: Tensor;
  /** Which part of the weights backward adds to their gradients; 0 to begin with. */
  weightDecay = 0;
  /** The features that may have a gradient since the last {@link zeroGradParameters}. */
  private readonly used: UsedFeatures;
  /** The features in the input of the present backward. */
  private readonly usedNow: UsedFeatures;
  /** True when features that are not used may have a gradient too. */
  private allUsed = false;
  private entries = new Entries();
  /** Lies where the gradient was made: while that is still there, no other module or vector shares it. */
  private readonly ownGradient: Tensor;
  private dense = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });

  constructor({ weight, gradWeight, bias }: SparseParameters, inputSize: number, doGradInput: boolean) {
    super();
    this.inputSize = inputSize;
    this.outputSize = bias.nElement();
    this.doGradInput = doGradInput;
    this.weight = weight;
    this.gradWeight = gradWeight;
    this.bias = bias;
    this.gradBias = new Tensor([this.outputSize], { resident: true });
    this.ownGradient = new Tensor().set(gradWeight);
    this.used = new UsedFeatures(inputSize);
    this.usedNow = new UsedFeatures(inputSize);
  }

  /**
   * Checks an input and adds its samples to entries.
   *
   * @returns whether it is one sample, whose output has no batch dimension
   */
  protected abstract read(input: I, entries: Entries): boolean;

  /** A weight, or the gradient of one, as a matrix `[in, out]`: what values are multiplied by. */
  protected abstract factors(weight: Tensor): Tensor;

  /** A weight, or the gradient of one, as a matrix `[in, ...]`: all that is learned of a feature. */
  protected learned(weight: Tensor): Tensor {
    return this.factors(weight);
  }

  /** The values of entries as they meet the weight in forward. */
  protected valuesForward(entries: Entries): Float64Array {
    return entries.values;
  }

  /** The values of entries as they met the weight in the last forward. */
  protected valuesBackward(entries: Entries): Float64Array {
    return entries.values;
  }

  /** Adds the gradients of what is learned besides factors and bias. */
  protected accumulateMore(_entries: Entries, _gradOutput: Tensor, _scale: number): void {}

  /** Adds scale·weight to its gradient, for the features in the input. */
  protected accumulateDecay(scale: number, features: UsedFeatures): void {
    addFeatures(features, scale, this.factors(this.weight), this.factors(this.gradWeight));
  }

  /** Says that features that are not in the input may have a gradient too, until the gradients are zeroed. */
  protected useAll(): void {
    this.allUsed = true;
  }

  override updateOutput(input: I): Tensor {
    const single = this.readEntries(input);
    const { entries, output, outputSize } = this;
    const values = this.valuesForward(entries);
    if (single) output.resize(outputSize);
    else output.resize(entries.samples, outputSize);
    productsInto(entries, values, this.factors(this.weight), this.bias, asRows(output));
    return output;
  }

  override accGradParameters(input: I, gradOutput: Tensor, scale = 1): void {
    this.checkBackward(input, gradOutput);
    const { entries, used, usedNow } = this;
    const values = this.valuesBackward(entries);
    const rows = asRows(gradOutput);
    usedNow.clear();
    for (let e = 0; e < entries.length; e++) usedNow.add(entries.features[e]);
    for (let i = 0; i < usedNow.count; i++) used.add(usedNow.features[i]);
    this.accumulateMore(entries, rows, scale);
    if (this.weightDecay !== 0) this.accumulateDecay(scale * this.weightDecay, usedNow);
    accumulateProducts(entries, values, rows, scale, this.factors(this.gradWeight));
    this.gradBias.add(scale, rows.sum(0, { keepDim: false, out: this.sums }));
  }

  /**
   * Sets the gradients to zero: of the features used since the last call, or of all when parameters are shared or
   * flattened. What you write into `gradWeight` elsewhere is yours to take out again.
   */
  override zeroGradParameters(): void {
    if (this.onlyUsed()) {
      zeroFeatures(this.used, this.learned(this.gradWeight));
      this.gradBias.zero();
    } else {
      super.zeroGradParameters();
    }
    this.used.clear();
    this.allUsed = false;
  }

  /**
   * Moves the parameters of the features used since the last {@link zeroGradParameters}, or of all: as there. What
   * `updateParameters` calls, of this module or of a network around it.
   */
  override moveParameters(learningRate: number, moved: MovedParameters): void {
    if (!this.onlyUsed()) {
      super.moveParameters(learningRate, moved);
      return;
    }
    if (moved.add(this.weight)) {
      addFeatures(this.used, -learningRate, this.learned(this.gradWeight), this.learned(this.weight));
    }
    if (moved.add(this.bias)) this.bias.add(-learningRate, this.gradBias);
  }

  override clearState(): this {
    this.entries = new Entries();
    this.dense = emptied(this.dense);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override describe(): string {
    return `${this.constructor.name}(${this.inputSize} → ${this.outputSize})`;
  }

  /** Checks the input of the last forward, and a gradient for its output. */
  protected checkBackward(input: I, gradOutput: Tensor): void {
    const single = this.readEntries(input);
    checkGradOutput(this, gradOutput, this.output);
    const samples = asRows(gradOutput).size(0);
    if (single !== (gradOutput.dim() === 1) || samples !== this.entries.samples) {
      throw new ShapeError(
        `${this.describe()}: expected the input of the last forward, of ${samples} samples, got ${this.entries.samples}`,
      );
    }
  }

  /** The gradient with respect to all features of all samples: `[N, in]`. */
  protected denseGradInput(gradOutput: Tensor): Tensor {
    const rows = asRows(gradOutput);
    this.dense.resize(rows.size(0), this.inputSize);
    return this.dense.addmm(0, 1, rows, this.factors(this.weight).t());
  }

  private readEntries(input: I): boolean {
    this.entries.clear();
    return this.read(input, this.entries);
  }

  /** Whether no feature has a gradient but those used. */
  private onlyUsed(): boolean {
    return !this.shared && !this.allUsed && this.gradWeight.storage() === this.ownGradient.storage();
  }
}
