import { emptied } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { uniformBound } from "./uniformBound.ts";
import { VectorLayer } from "./VectorLayer.ts";

/** Options of layers that may have a bias. */
export interface BiasOptions {
  /** Whether there is a bias; true when left out. */
  readonly bias?: boolean;
}

/** The base of affine maps: y = x·Wᵀ + b, dx = dy·W, dW += dyᵀ·x, db += Σ dy. Subclasses draw or compute the weight. */
export abstract class AffineMap extends VectorLayer {
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  private onesPerSample = new Tensor([], { resident: true });

  constructor(inputSize: number, outputSize: number, options: BiasOptions) {
    super(inputSize, outputSize);
    this.weight = new Tensor([outputSize, inputSize], { resident: true });
    this.gradWeight = new Tensor([outputSize, inputSize], { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor([outputSize], { resident: true });
      this.gradBias = new Tensor([outputSize], { resident: true });
    }
  }

  /** Takes the bias away. */
  noBias(): this {
    this.bias = undefined;
    this.gradBias = undefined;
    return this;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√in. */
  override reset(standardDeviation?: number): this {
    const bound = uniformBound(standardDeviation, this.inputSize);
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

  override clearState(): this {
    this.onesPerSample = emptied(this.onesPerSample);
    return super.clearState();
  }

  override toString(): string {
    const bias = this.bias === undefined ? " without bias" : "";
    return `nn.${this.constructor.name}(${this.inputSize} -> ${this.outputSize})${bias}`;
  }
}
