import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, IndexError, isTensor, ShapeError, Tensor } from "@rushlight/tensor";
import type { BiasOptions } from "./AffineMap.ts";
import { checkExtents } from "./VectorLayer.ts";

/** Options of {@link PartialLinear}. */
export type PartialLinearOptions = BiasOptions;

const optionNames: readonly (keyof PartialLinearOptions)[] = ["bias"];

/**
 * An affine map of which only chosen outputs are computed: y = x·W[p]ᵀ + b[p] for a partition p. Torch's
 * `nn.PartialLinear`.
 *
 * All parameters stay; those of outputs that are not chosen get no gradient. To begin with, all outputs are chosen, in
 * order. The gradients are dx = dy·W[p], dW[p] += dyᵀ·x, db[p] += Σ dy.
 *
 * Shapes: `[N, in] → [N, length of the partition]`; `weight` is `[out, in]`, `bias` `[1, out]`. `weight` is drawn from the
 * normal distribution, the bias begins with zeros.
 *
 * @example
 * ```ts
 * import { PartialLinear } from "@rushlight/layers";
 * import { ones, tensor } from "@rushlight/tensor";
 *
 * const map = new PartialLinear(2, 3);
 * map.weight.copy(tensor([[1, 0], [2, 0], [3, 0]]));
 * map.setPartition([2, 0]);
 * console.log(map.forward(ones(1, 2)).toArray()); // [ [ 3, 1 ] ]
 * map.resetPartition();
 * console.log(map.forward(ones(1, 2)).toArray()); // [ [ 1, 2, 3 ] ]
 * ```
 */
export class PartialLinear extends Module {
  readonly inputSize: number;
  readonly outputSize: number;
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  /** The outputs that are computed, in order; undefined for all. */
  private partition: Tensor<"int32"> | undefined = undefined;
  private chosenWeight = new Tensor([], { resident: true });
  private chosenBias = new Tensor([], { resident: true });
  private products = new Tensor([], { resident: true });
  private sums = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize: number, outputSize: number, options: PartialLinearOptions = {}) {
    super();
    checkOptions("PartialLinear", options, optionNames);
    checkExtents("PartialLinear", inputSize, outputSize);
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    this.weight = new Tensor([outputSize, inputSize], { resident: true });
    this.gradWeight = new Tensor([outputSize, inputSize], { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor([1, outputSize], { resident: true });
      this.gradBias = new Tensor([1, outputSize], { resident: true });
    }
    this.reset();
  }

  /** Draws the weight anew: normal with the given standard deviation, 1 when left out. The bias becomes 0. */
  override reset(standardDeviation = 1): this {
    this.weight.normal(0, standardDeviation);
    this.bias?.zero();
    return this;
  }

  /**
   * Chooses which outputs are computed, in which order.
   *
   * @param outputs whole numbers from 0 to out − 1, copied; one may appear more than once
   * @throws IndexError for others, ShapeError for none or a tensor that is not a vector
   */
  setPartition(outputs: Tensor | readonly number[]): this {
    if (isTensor(outputs) && outputs.dim() !== 1) {
      throw new ShapeError(`${this.describe()}.setPartition: expected a vector, got ${outputs.dim()} dimensions`);
    }
    const chosen = isTensor(outputs) ? Array.from(outputs.toTypedArray()) : outputs;
    if (chosen.length === 0) throw new ShapeError(`${this.describe()}.setPartition: expected at least 1 output, got 0`);
    const wrong = chosen.findIndex((output) => !(Number.isInteger(output) && output >= 0 && output < this.outputSize));
    if (wrong >= 0) {
      throw new IndexError(
        `${this.describe()}.setPartition: expected outputs from 0 to ${this.outputSize - 1}, got ${chosen[wrong]} at ${wrong}`,
      );
    }
    const partition = new Tensor([chosen.length], { dtype: "int32", resident: true });
    partition.storage().data.set(chosen);
    this.partition = partition;
    return this;
  }

  /** Chooses all outputs, in order. */
  resetPartition(): this {
    this.partition = undefined;
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const { output, bias } = this;
    output.resize(input.size(0), this.partition?.nElement() ?? this.outputSize);
    if (bias !== undefined) output.copy(this.chosen(bias, 1, this.chosenBias).expandAs(output));
    const weight = this.chosen(this.weight, 0, this.chosenWeight);
    return output.addmm(bias === undefined ? 0 : 1, 1, input, weight.t());
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkGradOutput(input, gradOutput);
    const weight = this.chosen(this.weight, 0, this.chosenWeight);
    return this.gradInput.resizeAs(input).addmm(0, 1, gradOutput, weight);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    const { partition, gradWeight, gradBias } = this;
    const sums = gradBias && gradOutput.sum(0, { out: this.sums });
    if (partition === undefined) {
      gradWeight.addmm(scale, gradOutput.t(), input);
      if (sums !== undefined) gradBias?.add(scale, sums);
      return;
    }
    this.products.resize(gradOutput.size(1), this.inputSize).addmm(0, scale, gradOutput.t(), input);
    gradWeight.indexAdd(0, partition, this.products);
    if (sums !== undefined) gradBias?.indexAdd(1, partition, sums.mul(scale));
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  override clearState(): this {
    this.chosenWeight = emptied(this.chosenWeight);
    this.chosenBias = emptied(this.chosenBias);
    this.products = emptied(this.products);
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override toString(): string {
    const bias = this.bias === undefined ? " without bias" : "";
    return `nn.PartialLinear(${this.inputSize} -> ${this.outputSize})${bias}`;
  }

  private chosen(parameter: Tensor, dimension: number, out: Tensor): Tensor {
    return this.partition === undefined ? parameter : parameter.index(dimension, this.partition, { out });
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.weight.dtype);
    if (input.dim() !== 2 || input.size(1) !== this.inputSize) {
      throw inputSizeError(this, `[N, ${this.inputSize}]`, input);
    }
  }

  private checkGradOutput(input: Tensor, gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    const fits =
      gradOutput.size(0) === input.size(0) && gradOutput.size(1) === (this.partition?.nElement() ?? this.outputSize);
    if (!fits) throw inputSizeError(this, "the input and the partition of the last forward", input);
  }
}
