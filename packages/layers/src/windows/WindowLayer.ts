import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { formatSize, ShapeError, Tensor } from "@rushlight/tensor";
import { checkSettings } from "./checkSettings.ts";
import { type WindowRounding, type WindowSettings, Windows } from "./Windows.ts";

const axes = ["T", "H", "W"];

/** What convolutions and pooling share: samples `[C, ...]`, alone or in a batch, that windows move over. */
export abstract class WindowLayer extends Module {
  protected readonly windows: Windows;
  private denseInput = new Tensor([], { resident: true });
  private denseGradOutput = new Tensor([], { resident: true });

  /** @throws ArgumentError for settings that are not whole numbers, or too small */
  constructor(settings: WindowSettings) {
    super();
    checkSettings(this.constructor.name, settings);
    this.windows = new Windows(settings);
  }

  /** The planes that a sample must have; undefined for any number. */
  protected get inputPlanes(): number | undefined {
    return undefined;
  }

  /** The width of the kernel. */
  get kW(): number {
    return this.windows.kernelWidth;
  }

  /** The height of the kernel. */
  get kH(): number {
    return this.windows.kernelHeight;
  }

  /** How far apart windows are in a row. */
  get dW(): number {
    return this.windows.strideWidth;
  }

  /** How far apart rows of windows are. */
  get dH(): number {
    return this.windows.strideHeight;
  }

  /** The padding on either side. */
  get padW(): number {
    return this.windows.padWidth;
  }

  /** The padding above and below. */
  get padH(): number {
    return this.windows.padHeight;
  }

  /** How many windows there are. */
  protected abstract readonly rounding: WindowRounding;

  /** The planes of an input's samples. */
  protected planesOf(input: Tensor): number {
    return input.size(-1 - this.windows.dimensions);
  }

  /** The samples of an input. */
  protected samplesOf(input: Tensor): number {
    return input.dim() === this.windows.dimensions + 2 ? input.size(0) : 1;
  }

  /**
   * Checks an input and takes over its extents.
   *
   * @throws DTypeError for another dtype than the module's
   * @throws ShapeError for another number of dimensions or planes, and for an input that no window fits
   */
  protected fitTo(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const { windows, inputPlanes } = this;
    const { dimensions } = windows;
    const dimensionsFit = input.dim() === dimensions + 1 || input.dim() === dimensions + 2;
    if (!dimensionsFit || (inputPlanes !== undefined && this.planesOf(input) !== inputPlanes)) {
      const sample = [inputPlanes ?? "C", ...axes.slice(3 - dimensions)].join(", ");
      throw inputSizeError(this, `[${sample}] or [N, ${sample}]`, input);
    }
    const time = dimensions > 2 ? input.size(-3) : 1;
    const height = dimensions > 1 ? input.size(-2) : 1;
    windows.fit(time, height, input.size(-1), this.rounding);
    if (windows.outputTime >= 1 && windows.outputHeight >= 1 && windows.outputWidth >= 1) return;
    throw new ShapeError(
      `${this.describe()}: expected an input with an output size of at least 1 in each dimension, computed ${formatSize(windows.outputExtents())} for ${formatSize(input.size())}`,
    );
  }

  /**
   * Checks what backward is given, and takes over the input's extents.
   *
   * @throws DTypeError or ShapeError when the two do not go together or are not those of the last forward
   */
  protected fitBackward(input: Tensor, gradOutput: Tensor, planes: number): void {
    this.fitTo(input);
    checkGradOutput(this, gradOutput, this.output);
    if (!this.isOutputFor(this.output, input, planes)) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
  }

  /** Gives a tensor the size that the output for an input has, with so many planes a sample. */
  protected resizeToOutput(tensor: Tensor, input: Tensor, planes: number): void {
    if (this.isOutputFor(tensor, input, planes)) return;
    const { windows } = this;
    const batch = input.dim() === windows.dimensions + 2 ? [input.size(0)] : [];
    tensor.resize([...batch, planes, ...windows.outputExtents()]);
  }

  private isOutputFor(tensor: Tensor, input: Tensor, planes: number): boolean {
    return (
      tensor.dim() === input.dim() &&
      this.windows.hasOutputExtents(tensor) &&
      this.planesOf(tensor) === planes &&
      this.samplesOf(tensor) === this.samplesOf(input)
    );
  }

  /** The input itself when it is contiguous, else a copy in a buffer that the module keeps. */
  protected contiguousInput(input: Tensor): Tensor {
    return input.isContiguous() ? input : this.denseInput.resizeAs(input).copy(input);
  }

  /** As {@link contiguousInput}, in a buffer of its own. */
  protected contiguousGradOutput(gradOutput: Tensor): Tensor {
    return gradOutput.isContiguous() ? gradOutput : this.denseGradOutput.resizeAs(gradOutput).copy(gradOutput);
  }

  override clearState(): this {
    this.denseInput = emptied(this.denseInput);
    this.denseGradOutput = emptied(this.denseGradOutput);
    return super.clearState();
  }
}
