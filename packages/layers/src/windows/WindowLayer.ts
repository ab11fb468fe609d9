import { type Activation, checkGradOutput, checkInputDType, inputSizeError } from "@rushlight/module";
import { formatSize, ShapeError, type Size, sameSize, type Tensor } from "@rushlight/tensor";
import { DenseLayer } from "../dense/DenseLayer.ts";
import { checkSettings } from "./checkSettings.ts";
import { type WindowRounding, type WindowSettings, Windows } from "./Windows.ts";

/**
 * How samples lie. As planes `[C, (T, H,) W]`, windows move within each of the C planes, over as many dimensions as they
 * have. As frames `[T, F]`, one after the other with all F features of a time side by side, windows move over time alone.
 */
export type WindowLayout = "planes" | "frames";

const axes = ["T", "H", "W"];

/** What convolutions and pooling share: samples, alone or in a batch, that windows move over. */
export abstract class WindowLayer<I extends Activation = Tensor> extends DenseLayer<I> {
  /** How windows move, as it was given. */
  protected readonly settings: WindowSettings;
  protected readonly layout: WindowLayout;
  /**
   * The windows that kernels are given. To them a sample of frames is one plane with a row for each frame, and a window is
   * as high as its frames and one feature wide.
   */
  protected readonly windows: Windows;
  /** The size of the last input. */
  inputSize: Size = [];

  /**
   * @param windows other windows of these settings than those from which an output is made
   * @throws ArgumentError for settings that are not whole numbers, or too small
   */
  constructor(settings: WindowSettings, layout: WindowLayout = "planes", windows?: Windows) {
    super();
    checkSettings(this.constructor.name, settings);
    this.settings = settings;
    this.layout = layout;
    this.windows = windows ?? new Windows(layout === "planes" ? settings : overFrames(settings));
  }

  /** The channels that a sample must have, planes or features of a frame; undefined for any number. */
  protected get inputChannels(): number | undefined {
    return undefined;
  }

  /** How many windows there are. */
  protected abstract readonly rounding: WindowRounding;

  /** The dimensions of a sample. */
  protected get sampleDims(): number {
    return this.settings.kernel.length + 1;
  }

  /** The channels of an input's samples: planes, or features of a frame. */
  protected channelsOf(input: Tensor): number {
    return input.size(this.layout === "planes" ? -this.sampleDims : -1);
  }

  /** The samples of an input. */
  protected samplesOf(input: Tensor): number {
    return input.dim() === this.sampleDims + 1 ? input.size(0) : 1;
  }

  /** What kernels take for planes, of all samples of an input. */
  protected planesOf(input: Tensor): number {
    return this.samplesOf(input) * (this.layout === "planes" ? this.channelsOf(input) : 1);
  }

  /**
   * Checks an input and takes over its extents.
   *
   * @throws DTypeError for another dtype than the module's
   * @throws ShapeError for another number of dimensions or channels, and for an input that no window fits
   */
  protected fitTo(input: Tensor): void {
    checkInputDType(this, input, this.output.dtype);
    const dimensionsFit = input.dim() === this.sampleDims || input.dim() === this.sampleDims + 1;
    if (!dimensionsFit || !this.takesSamplesOf(input)) {
      const sample = this.sampleFormat();
      throw inputSizeError(this, `[${sample}] or [N, ${sample}]`, input);
    }
    this.fitWindows(input);
    this.checkOutputExtents(input);
  }

  /** Whether the samples of an input with the right number of dimensions have a size that the layer takes. */
  protected takesSamplesOf(input: Tensor): boolean {
    return this.inputChannels === undefined || this.channelsOf(input) === this.inputChannels;
  }

  /** What messages call the size of a sample. */
  protected sampleFormat(): string {
    const { inputChannels } = this;
    if (this.layout === "frames") return `T, ${inputChannels ?? "F"}`;
    return [inputChannels ?? "C", ...axes.slice(axes.length - this.settings.kernel.length)].join(", ");
  }

  /** Takes over the extents of an input and computes those of the output. */
  protected fitWindows(input: Tensor): void {
    const { dimensions } = this.windows;
    const time = dimensions > 2 ? input.size(-3) : 1;
    const height = dimensions > 1 ? input.size(-2) : 1;
    this.windows.fit(time, height, input.size(-1), this.rounding);
  }

  /** The extents of the output for the input that the windows were fitted to. */
  protected outputExtents(): Size {
    const extents = this.windows.outputExtents();
    return this.layout === "planes" ? extents : extents.slice(0, 1);
  }

  /** Whether a tensor has those extents. */
  protected hasOutputExtents(tensor: Tensor): boolean {
    const { windows } = this;
    return this.layout === "planes" ? windows.hasOutputExtents(tensor) : tensor.size(-2) === windows.outputHeight;
  }

  /** @throws ShapeError when there is no window */
  private checkOutputExtents(input: Tensor): void {
    const extents = this.outputExtents();
    if (extents.every((extent) => extent >= 1)) return;
    throw new ShapeError(
      `${this.describe()}: expected an input with an output size of at least 1 in each dimension, computed ${formatSize(extents)} for ${formatSize(input.size())}`,
    );
  }

  /** {@link fitTo} for the input of a forward, which backward is held to. */
  protected fitForward(input: Tensor): void {
    this.fitTo(input);
    this.inputSize = input.size();
  }

  /**
   * Checks what backward is given, and takes over the input's extents.
   *
   * @throws DTypeError or ShapeError when the two do not go together or are not those of the last forward
   */
  protected fitBackward(input: Tensor, gradOutput: Tensor, channels: number): void {
    this.fitTo(input);
    checkGradOutput(this, gradOutput, this.output);
    // Inputs of several sizes have outputs of one size.
    if (!sameSize(input.size(), this.inputSize) || !this.isOutputFor(this.output, input, channels)) {
      throw inputSizeError(this, "the input of the last forward", input);
    }
  }

  /** Gives a tensor the size that the output for an input has, with so many channels. */
  protected resizeToOutput(tensor: Tensor, input: Tensor, channels: number): void {
    if (this.isOutputFor(tensor, input, channels)) return;
    const batch = input.dim() > this.sampleDims ? [input.size(0)] : [];
    const extents = this.outputExtents();
    tensor.resize([...batch, ...(this.layout === "planes" ? [channels, ...extents] : [...extents, channels])]);
  }

  private isOutputFor(tensor: Tensor, input: Tensor, channels: number): boolean {
    return (
      tensor.dim() === input.dim() &&
      this.hasOutputExtents(tensor) &&
      this.channelsOf(tensor) === channels &&
      this.samplesOf(tensor) === this.samplesOf(input)
    );
  }
}

function overFrames({ kernel, stride, pad, dilation }: WindowSettings): WindowSettings {
  return { kernel: [...kernel, 1], stride: [...stride, 1], pad: [...pad, 0], dilation: [...dilation, 1] };
}
