import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, Tensor } from "@rushlight/tensor";

/** Options of {@link Linear}. */
export interface LinearOptions {
  /** Whether there is a bias; true when left out. */
  readonly bias?: boolean;
}

const optionNames: readonly (keyof LinearOptions)[] = ["bias"];

/**
 * An affine map: y = x·Wᵀ + b. Torch's `nn.Linear`.
 *
 * Shapes: `[in] → [out]`, `[N, in] → [N, out]`; `weight` is `[out, in]`, `bias` `[out]`. Both are drawn uniform from
 * ±1/√in, weight first.
 *
 * @example
 * ```ts
 * import { Linear } from "@rushlight/layers";
 * import { manualSeed, ones } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const linear = new Linear(2, 3);
 * console.log(linear.weight.size()); // [ 3, 2 ]
 * console.log(linear.forward(ones(4, 2)).size()); // [ 4, 3 ]
 * console.log(String(linear)); // nn.Linear(2 -> 3)
 * ```
 */
export class Linear extends Module {
  readonly inputSize: number;
  readonly outputSize: number;
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  private onesPerSample = new Tensor([], { resident: true });

  /**
   * @param inputSize in, at least 1
   * @param outputSize out, at least 1
   * @throws ArgumentError for other sizes, and for options that do not exist
   */
  constructor(inputSize: number, outputSize: number, options: LinearOptions = {}) {
    super();
    checkOptions("Linear", options, optionNames);
    if (!isExtent(inputSize) || !isExtent(outputSize)) {
      throw new ArgumentError(
        `Linear: expected an input and an output size of at least 1, got ${inputSize} and ${outputSize}`,
      );
    }
    this.inputSize = inputSize;
    this.outputSize = outputSize;
    this.weight = new Tensor([outputSize, inputSize], { resident: true });
    this.gradWeight = new Tensor([outputSize, inputSize], { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor([outputSize], { resident: true });
      this.gradBias = new Tensor([outputSize], { resident: true });
    }
    this.reset();
  }

  /** Takes the bias away. */
  noBias(): this {
    this.bias = undefined;
    this.gradBias = undefined;
    return this;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√in. */
  override reset(standardDeviation?: number): this {
    const bound = standardDeviation === undefined ? 1 / Math.sqrt(this.inputSize) : standardDeviation * Math.sqrt(3);
    this.weight.uniform(-bound, bound);
    this.bias?.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.checkInput(input);
    const { output, weight, bias } = this;
    if (input.dim() === 1) {
      output.resize(this.outputSize);
      if (bias !== undefined) output.copy(bias);
      return output.addmv(bias === undefined ? 0 : 1, 1, weight, input);
    }
    output.resize(input.size(0), this.outputSize);
    if (bias !== undefined) output.copy(bias.view(1, this.outputSize).expandAs(output));
    return output.addmm(bias === undefined ? 0 : 1, 1, input, weight.t());
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.checkGradOutput(input, gradOutput);
    this.gradInput.resizeAs(input);
    return input.dim() === 1
      ? this.gradInput.addmv(0, 1, this.weight.t(), gradOutput)
      : this.gradInput.addmm(0, 1, gradOutput, this.weight);
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.checkGradOutput(input, gradOutput);
    if (input.dim() === 1) {
      this.gradWeight.addr(scale, gradOutput, input);
      this.gradBias?.add(scale, gradOutput);
      return;
    }
    const transposed = gradOutput.t();
    this.gradWeight.addmm(scale, transposed, input);
    if (this.gradBias === undefined) return;
    if (this.onesPerSample.nElement() !== input.size(0)) this.onesPerSample.resize(input.size(0)).fill(1);
    this.gradBias.addmv(scale, transposed, this.onesPerSample);
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  override clearState(): this {
    this.onesPerSample = emptied(this.onesPerSample);
    return super.clearState();
  }

  override toString(): string {
    return `nn.Linear(${this.inputSize} -> ${this.outputSize})${this.bias === undefined ? " without bias" : ""}`;
  }

  private checkInput(input: Tensor): void {
    checkInputDType(this, input, this.weight.dtype);
    const fits = (input.dim() === 1 || input.dim() === 2) && input.size(-1) === this.inputSize;
    if (!fits) throw inputSizeError(this, `[${this.inputSize}] or [N, ${this.inputSize}]`, input);
  }

  private checkGradOutput(input: Tensor, gradOutput: Tensor): void {
    this.checkInput(input);
    checkGradOutput(this, gradOutput, this.output);
    if (gradOutput.dim() !== input.dim() || (input.dim() === 2 && gradOutput.size(0) !== input.size(0))) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
  }
}

function isExtent(size: number): boolean {
  return Number.isInteger(size) && size > 0;
}
