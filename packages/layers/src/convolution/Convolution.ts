import { ArgumentError, checkOptions, Tensor } from "@rushlight/tensor";
import { floatsOf } from "../windows/floats.ts";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { WindowLayer } from "../windows/WindowLayer.ts";
import type { WindowSettings } from "../windows/Windows.ts";
import { accumulateBias } from "./bias.ts";
import { ConvolutionProducts } from "./ConvolutionProducts.ts";

/** Options of convolutions. */
export interface ConvolutionOptions {
  /** Whether there is a bias; true when left out. */
  readonly bias?: boolean;
}

const optionNames: readonly (keyof ConvolutionOptions)[] = ["bias"];

/**
 * A convolution in one to three dimensions: each window of a sample, with all its planes, goes through one affine map. As in
 * Torch it is a cross-correlation: kernels are not flipped.
 */
export abstract class Convolution extends WindowLayer {
  readonly nInputPlane: number;
  readonly nOutputPlane: number;
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  protected override readonly rounding = "whole";
  private readonly products: ConvolutionProducts;

  /** @throws ArgumentError for planes, kernels, strides or dilations below 1, paddings below 0, and unknown options */
  constructor(nInputPlane: number, nOutputPlane: number, settings: WindowSettings, options: ConvolutionOptions) {
    super(settings);
    checkOptions(this.constructor.name, options, optionNames);
    if (!isCount(nInputPlane) || !isCount(nOutputPlane)) {
      throw new ArgumentError(
        `${this.constructor.name}: expected 1 or more planes in and out, got ${nInputPlane} and ${nOutputPlane}`,
      );
    }
    this.nInputPlane = nInputPlane;
    this.nOutputPlane = nOutputPlane;
    this.products = new ConvolutionProducts(this.windows, nInputPlane, nOutputPlane);
    const size = [nOutputPlane, nInputPlane, ...settings.kernel];
    this.weight = new Tensor(size, { resident: true });
    this.gradWeight = new Tensor(size, { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor([nOutputPlane], { resident: true });
      this.gradBias = new Tensor([nOutputPlane], { resident: true });
    }
    this.reset();
  }

  /** Takes the bias away. */
  noBias(): this {
    this.bias = undefined;
    this.gradBias = undefined;
    return this;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√(in · positions of a kernel). */
  override reset(standardDeviation?: number): this {
    const terms = this.nInputPlane * this.windows.kernelSize;
    const bound = standardDeviation === undefined ? 1 / Math.sqrt(terms) : standardDeviation * Math.sqrt(3);
    this.weight.uniform(-bound, bound);
    this.bias?.uniform(-bound, bound);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    this.fitTo(input);
    const { weight, bias, output } = this;
    const weights = floatsOf(this, "weight", weight);
    const biases = bias && floatsOf(this, "bias", bias);
    const x = this.contiguousInput(input);
    this.resizeToOutput(output, input, this.nOutputPlane);
    this.products.forward(
      this.samplesOf(input),
      floatsOf(this, "input", x),
      x.storageOffset(),
      weights,
      weight.storageOffset(),
      biases,
      bias?.storageOffset() ?? 0,
      floatsOf(this, "output", output),
      output.storageOffset(),
    );
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.nOutputPlane);
    const { gradInput, weight } = this;
    const weights = floatsOf(this, "weight", weight);
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input);
    this.products.backward(
      this.samplesOf(input),
      floatsOf(this, "gradOutput", gradY),
      gradY.storageOffset(),
      weights,
      weight.storageOffset(),
      floatsOf(this, "gradInput", gradInput),
      gradInput.storageOffset(),
    );
    return gradInput;
  }

  override accGradParameters(input: Tensor, gradOutput: Tensor, scale = 1): void {
    this.fitBackward(input, gradOutput, this.nOutputPlane);
    const { gradWeight, gradBias } = this;
    const gradWeights = floatsOf(this, "gradWeight", gradWeight);
    const gradBiases = gradBias && floatsOf(this, "gradBias", gradBias);
    const x = this.contiguousInput(input);
    const gradY = this.contiguousGradOutput(gradOutput);
    const from = floatsOf(this, "gradOutput", gradY);
    const fromOffset = gradY.storageOffset();
    const samples = this.samplesOf(input);
    this.products.accumulate(
      samples,
      scale,
      floatsOf(this, "input", x),
      x.storageOffset(),
      from,
      fromOffset,
      gradWeights,
      gradWeight.storageOffset(),
    );
    if (gradBias === undefined || gradBiases === undefined) return;
    const count = this.windows.outputSize;
    accumulateBias(samples, this.nOutputPlane, count, scale, from, fromOffset, gradBiases, gradBias.storageOffset());
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  override toString(): string {
    const { kernel, stride, pad, dilation } = this.windows.settings;
    const padded = pad.some((each) => each !== 0);
    const strided = padded || stride.some((each) => each !== 1);
    const numbers = [
      inTorchOrder(kernel).join("x"),
      ...(strided ? [inTorchOrder(stride).join(",")] : []),
      ...(padded ? [inTorchOrder(pad).join(",")] : []),
      ...(this.printsDilation ? [inTorchOrder(dilation).join(",")] : []),
    ];
    const { name } = this.constructor;
    const bias = this.bias === undefined ? " without bias" : "";
    return `nn.${name}(${this.nInputPlane} -> ${this.nOutputPlane}, ${numbers.join(", ")})${bias}`;
  }

  /** Whether the dilation is among the settings that are printed. */
  protected get printsDilation(): boolean {
    return false;
  }

  protected override get inputPlanes(): number {
    return this.nInputPlane;
  }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
