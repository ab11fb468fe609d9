import type { Activation } from "@rushlight/module";
import {
  ArgumentError,
  checkOptions,
  elementCount,
  type FloatArray,
  formatSize,
  ShapeError,
  type Size,
  Tensor,
} from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { uniformBound } from "../linear/uniformBound.ts";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { KernelLayer } from "../windows/KernelLayer.ts";
import type { WindowLayout } from "../windows/WindowLayer.ts";
import type { WindowRounding, WindowSettings, Windows } from "../windows/Windows.ts";
import type { Products } from "./products/Products.ts";

/** Options of convolutions. */
export interface ConvolutionOptions {
  /** Whether there is a bias; true when left out. */
  readonly bias?: boolean;
}

/** How many weights an output is a sum over, where that differs: for each index of the first dimension of a parameter. */
interface TermsOfParts {
  readonly weight: readonly number[];
  readonly bias: readonly number[];
}

/** What tells one kind of convolution from another. */
export interface ConvolutionForm {
  /** The size of the weights. */
  readonly weight: Size;
  /** The size of the bias. */
  readonly bias: Size;
  /** How many weights an output is a sum over: parameters are drawn from ±1/√terms. */
  readonly terms: number | TermsOfParts;
  /** How samples lie; as planes when left out. */
  readonly layout?: WindowLayout;
  /** Other windows than those of the settings. */
  readonly windows?: Windows;
  /** Makes what computes with the weights. */
  products(windows: Windows): Products;
}

const optionNames: readonly (keyof ConvolutionOptions)[] = ["bias"];

/**
 * What all convolutions share: parameters, and what is computed with them for the windows of samples.
 *
 * @typeParam I what it takes
 */
export abstract class ConvolutionLayer<I extends Activation = Tensor> extends KernelLayer<I> {
  override weight: Tensor;
  override gradWeight: Tensor;
  override bias: Tensor | undefined = undefined;
  override gradBias: Tensor | undefined = undefined;
  protected override readonly rounding: WindowRounding = "whole";
  private readonly terms: number | TermsOfParts;
  private readonly products: Products;
  private readonly weightSize: Size;
  private readonly biasSize: Size;

  /** @throws ArgumentError for kernels, strides or dilations below 1, paddings below 0, and unknown options */
  constructor(settings: WindowSettings, form: ConvolutionForm, options: ConvolutionOptions) {
    super(settings, form.layout, form.windows);
    checkOptions(this.constructor.name, options, optionNames);
    this.terms = form.terms;
    this.weightSize = form.weight;
    this.biasSize = form.bias;
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

  /** The settings that are printed: channels, kernel and so on. */
  protected abstract readonly printed: readonly string[];

  /** Takes the bias away. */
  noBias(): this {
    this.bias = undefined;
    this.gradBias = undefined;
    return this;
  }

  /** Draws weight and bias anew: uniform with the given standard deviation, or from ±1/√terms of an output's sum. */
  override reset(standardDeviation?: number): this {
    const { bias, terms, weight } = this;
    if (standardDeviation === undefined && typeof terms !== "number") {
      drawParts(weight, terms.weight);
      if (bias !== undefined) drawParts(bias, terms.bias);
      return this;
    }
    const bound = uniformBound(standardDeviation, typeof terms === "number" ? terms : 1);
    weight.uniform(-bound, bound);
    bias?.uniform(-bound, bound);
    return this;
  }

  /** Computes the output for samples. */
  protected convolve(input: Tensor): Tensor {
    this.fitForward(input);
    const { weight, bias, output } = this;
    const weights = this.parameterFloats("weight", weight, this.weightSize);
    const biases = bias && this.parameterFloats("bias", bias, this.biasSize);
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

  /** gradInput ← the gradient with respect to samples. */
  protected convolveBack(input: Tensor, gradOutput: Tensor, gradInput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.outputChannels);
    const { weight } = this;
    const weights = this.parameterFloats("weight", weight, this.weightSize);
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

  /** Adds `scale` times the gradients with respect to the parameters to those that are there. */
  protected accumulate(input: Tensor, gradOutput: Tensor, scale: number): void {
    this.fitBackward(input, gradOutput, this.outputChannels);
    const { gradWeight, gradBias, products } = this;
    const gradWeights = this.parameterFloats("gradWeight", gradWeight, this.weightSize);
    const gradBiases = gradBias && this.parameterFloats("gradBias", gradBias, this.biasSize);
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
  protected override sharedAccUpdateGradParameters(input: I, gradOutput: Tensor, learningRate: number): void {
    this.defaultAccUpdateGradParameters(input, gradOutput, learningRate);
  }

  /** The storage of a parameter or its gradient, which others may have put in place of ours. */
  private parameterFloats(name: string, parameter: Tensor, size: Size): FloatArray {
    if (parameter.nElement() === elementCount(size)) return floatsOf(this, name, parameter);
    throw new ShapeError(
      `${this.describe()}: expected a ${name} with as many elements as ${formatSize(size)}, got ${formatSize(parameter.size())}`,
    );
  }

  /** Kernel, and stride and padding where they say something: lists of numbers in Torch's order. */
  protected printedWindows(): string[] {
    const { kernel, stride, pad } = this.settings;
    const padded = pad.some((each) => each !== 0);
    const strided = padded || stride.some((each) => each !== 1);
    return [
      inTorchOrder(kernel).join("x"),
      ...(strided ? [inTorchOrder(stride).join(",")] : []),
      ...(padded ? [inTorchOrder(pad).join(",")] : []),
    ];
  }

  override toString(): string {
    return `nn.${this.withSettings()}`;
  }

  override describe(): string {
    return this.withSettings().replace(" -> ", " → ");
  }

  private withSettings(): string {
    const bias = this.bias === undefined ? " without bias" : "";
    return `${this.constructor.name}(${this.printed.join(", ")})${bias}`;
  }
}

function drawParts(parameter: Tensor, terms: readonly number[]): void {
  for (const [i, count] of terms.entries()) {
    const bound = uniformBound(undefined, count);
    parameter.narrow(0, i, 1).uniform(-bound, bound);
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

/** Whether a number can count something that there must be. */
export function isCount(value: number): boolean {
  return Number.isInteger(value) && value > 0;
}
