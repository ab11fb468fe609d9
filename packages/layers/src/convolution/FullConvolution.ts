import { checkInputDType, formatSizes, isTable } from "@rushlight/module";
import { ArgumentError, elementCount, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import { checkSettings } from "../windows/checkSettings.ts";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { TransposedWindows } from "../windows/TransposedWindows.ts";
import type { WindowSettings } from "../windows/Windows.ts";
import { ConvolutionLayer, type ConvolutionOptions, checkChannels } from "./ConvolutionLayer.ts";
import { ConvolutionProducts } from "./products/ConvolutionProducts.ts";
import { TransposedProducts } from "./products/TransposedProducts.ts";

/** A tensor and another that has the size wished for. */
type WithTarget = readonly [x: Tensor, target: Tensor];

/** What a full convolution takes: samples, or a table of samples and a tensor of which the output gets the size. */
export type FullConvolutionInput = Tensor | WithTarget;

/** What leads the gradients of a convolution back, as a map of its own: each position of a sample gives a window. */
export abstract class FullConvolution extends ConvolutionLayer<FullConvolutionInput> {
  /** The planes of a sample of the input. */
  readonly nInputPlane: number;
  /** The planes of a sample of the output. */
  readonly nOutputPlane: number;
  /** How much larger than needed the output is, without a target. */
  protected readonly adjustment: Size;
  private readonly transposed: TransposedWindows;

  /**
   * @throws ArgumentError for planes, kernels or strides below 1, paddings below 0, adjustments that are not below the stride,
   * and unknown options
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    settings: WindowSettings,
    adjustment: Size,
    options: ConvolutionOptions,
  ) {
    checkChannels(new.target.name, "planes", nInputPlane, nOutputPlane);
    checkSettings(new.target.name, settings);
    checkAdjustment(new.target.name, adjustment, settings.stride);
    const { kernel } = settings;
    const windows = new TransposedWindows(settings, adjustment);
    super(
      settings,
      {
        weight: [nInputPlane, nOutputPlane, ...kernel],
        bias: [nOutputPlane],
        terms: nInputPlane * elementCount(kernel),
        windows,
        products: () =>
          new TransposedProducts(windows, nOutputPlane, new ConvolutionProducts(windows, nOutputPlane, nInputPlane)),
      },
      options,
    );
    this.nInputPlane = nInputPlane;
    this.nOutputPlane = nOutputPlane;
    this.adjustment = adjustment;
    this.transposed = windows;
  }

  /** How many columns more than needed the output has, without a target. */
  get adjW(): number {
    return this.adjustment[this.adjustment.length - 1];
  }

  /** How many rows more than needed the output has, without a target. */
  get adjH(): number {
    return this.adjustment[this.adjustment.length - 2];
  }

  protected override get inputChannels(): number {
    return this.nInputPlane;
  }

  protected override get outputChannels(): number {
    return this.nOutputPlane;
  }

  protected override get printed(): readonly string[] {
    const { adjustment } = this;
    const adjusted = adjustment.some((each) => each !== 0);
    return [
      `${this.nInputPlane} -> ${this.nOutputPlane}`,
      ...this.printedWindows(),
      ...(adjusted ? [inTorchOrder(adjustment).join(",")] : []),
    ];
  }

  override updateOutput(input: FullConvolutionInput): Tensor {
    return this.convolve(this.samplesIn(input));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor;
  override updateGradInput(input: WithTarget, gradOutput: Tensor): WithTarget;
  override updateGradInput(input: FullConvolutionInput, gradOutput: Tensor): FullConvolutionInput;
  override updateGradInput(input: FullConvolutionInput, gradOutput: Tensor): FullConvolutionInput {
    const before = this.gradInput;
    const samples = this.samplesIn(input);
    const gradient = this.convolveBack(samples, gradOutput, isTable(before) ? before[0] : before);
    if (!isTable(input)) {
      this.gradInput = gradient;
      return gradient;
    }
    const zeros = isTable(before) ? before[1] : new Tensor([], { dtype: this.type(), resident: true });
    zeros.resizeAs(input[1]).zero();
    this.gradInput = isTable(before) ? before : [gradient, zeros];
    return this.gradInput;
  }

  override backward(input: Tensor, gradOutput: Tensor, scale?: number): Tensor;
  override backward(input: WithTarget, gradOutput: Tensor, scale?: number): WithTarget;
  override backward(input: FullConvolutionInput, gradOutput: Tensor, scale?: number): FullConvolutionInput;
  override backward(input: FullConvolutionInput, gradOutput: Tensor, scale?: number): FullConvolutionInput {
    return super.backward(input, gradOutput, scale);
  }

  override accGradParameters(input: FullConvolutionInput, gradOutput: Tensor, scale = 1): void {
    this.accumulate(this.samplesIn(input), gradOutput, scale);
  }

  override clearState(): this {
    if (isTable(this.gradInput)) this.gradInput = this.gradInput[0];
    return super.clearState();
  }

  /** The samples of an input, for which the output is adjusted to the target. */
  private samplesIn(input: FullConvolutionInput): Tensor {
    const { adjustment, settings, transposed } = this;
    if (!isTable(input)) {
      transposed.adjustment = adjustment;
      return input;
    }
    const [samples, target] = input;
    this.checkTable(input);
    const { kernel, stride, pad } = settings;
    const first = target.dim() - kernel.length;
    transposed.adjustment = kernel.map((extent, d) => modulo(target.size(first + d) + 2 * pad[d] - extent, stride[d]));
    return samples;
  }

  private checkTable(input: WithTarget): void {
    const { kernel } = this.settings;
    if (input.length !== 2 || input.some((part) => isTable(part)) || input[1].dim() < kernel.length) {
      throw new ShapeError(
        `${this.describe()}: expected a tensor, or a table of two, the second with the output's extents in its last ${kernel.length} dimensions, got ${formatSizes(input)}`,
      );
    }
    checkInputDType(this, input[1], this.output.dtype);
  }
}

function checkAdjustment(name: string, adjustment: Size, stride: Size): void {
  if (adjustment.every((each, d) => Number.isInteger(each) && each >= 0 && each < stride[d])) return;
  throw new ArgumentError(
    `${name}: expected an adjustment of whole numbers from 0 and below the stride ${inTorchOrder(stride).join("x")}, got ${inTorchOrder(adjustment).join("x")}`,
  );
}

function modulo(value: number, divisor: number): number {
  return ((value % divisor) + divisor) % divisor;
}
