import { ArgumentError, checkOptions, type Size, Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { WindowLayer, type WindowLayout } from "../windows/WindowLayer.ts";
import type { WindowRounding, WindowSettings, Windows } from "../windows/Windows.ts";
import type { Products } from "./products/Products.ts";

/** Options of convolutions. */
export interface ConvolutionOptions {
  /** Whether there is a bias; true when left out. */
  readonly bias?: boolean;
}

/** What tells one kind of convolution from another. */
export interface ConvolutionForm {
  /** The size of the weights. */
  readonly weight: Size;
  /** The size of the bias. */
  readonly bias: Size;
  /** How many weights an output is a sum over: parameters are drawn from ±1/√terms. */
  readonly terms: number;
  /** How samples lie; as planes when left out. */
  readonly layout?: WindowLayout;
  /** Makes what computes with the weights. */
  products(windows: Windows): Products;
}

const optionNames: readonly (keyof ConvolutionOptions)[] = ["bias"];

/**
 * A convolution in one to three dimensions: each window of a sample goes through a linear map. As in Torch it is a
 * cross-correlation: kernels are not flipped.
 */
export abstract class Convolution extends WindowLayer {
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  protected override readonly rounding: WindowRounding = "whole";
  private readonly terms: number;
  private readonly products: Products;

  /** @throws ArgumentError for kernels, strides or dilations below 1, paddings below 0, and unknown options */
  constructor(settings: WindowSettings, form: ConvolutionForm, options: ConvolutionOptions) {
    super(settings, form.layout);
    checkOptions(this.constructor.name, options, optionNames);
    this.terms = form.terms;
    this.products = form.products(this.windows);
    this.weight = new Tensor(form.weight, { resident: true });
    this.gradWeight = new Tensor(form.weight, { resident: true });
    if (options.bias ?? true) {
      this.bias = new Tensor(form.bias, { resident: true });
      this.gradBias = new Tensor(form.bias, { resident: true });
    }
    this.reset();
  }

  /** The channels of the output's samples. */
  protected abstract readonly outputChannels: number;

  /** Takes the bias away. */
  noBias(): this {
    this.bias = undefined;
    this.gradBias = undefined;
    return this;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√terms of an output's sum. */
  override reset(standardDeviation?: number): this {
    const bound = standardDeviation === undefined ? 1 / Math.sqrt(this.terms) : standardDeviation * Math.sqrt(3);
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
    this.resizeToOutput(output, input, this.outputChannels);
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
    this.fitBackward(input, gradOutput, this.outputChannels);
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
    this.fitBackward(input, gradOutput, this.outputChannels);
    const { gradWeight, gradBias, products } = this;
    const gradWeights = floatsOf(this, "gradWeight", gradWeight);
    const gradBiases = gradBias && floatsOf(this, "gradBias", gradBias);
    const x = this.contiguousInput(input);
    const gradY = this.contiguousGradOutput(gradOutput);
    const from = floatsOf(this, "gradOutput", gradY);
    const fromOffset = gradY.storageOffset();
    const samples = this.samplesOf(input);
    products.accumulate(
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
    products.accumulateBias(samples, scale, from, fromOffset, gradBiases, gradBias.storageOffset());
  }

  /** Also when shared, straight into the parameters: what accumulates in the gradient buffers stays. */
  protected override sharedAccUpdateGradParameters(input: Tensor, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }
}

/**
 * Checks the channels of a convolution.
 *
 * @throws ArgumentError unless both are whole numbers from 1
 */
export function checkChannels(name: string, what: string, inputs: number, outputs: number): void {
  if (isCount(inputs) && isCount(outputs)) return;
  throw new ArgumentError(`${name}: expected 1 or more ${what} in and out, got ${inputs} and ${outputs}`);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
