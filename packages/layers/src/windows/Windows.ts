import type { Size, Tensor, WindowGeometry } from "@rushlight/tensor";

/** How windows move in one to three dimensions, one number for each, outermost first: (time,) height, width. */
export interface WindowSettings {
  readonly kernel: Size;
  readonly stride: Size;
  readonly pad: Size;
  readonly dilation: Size;
}

/** How many windows there are along a dimension: only whole ones, or one for what is left over as well. */
export type WindowRounding = "ceil" | "floor" | "whole";

/**
 * The windows of a layer. Their settings stay; the extents of input and output follow the input, so that the kernels'
 * geometry is one object for good.
 */
export class Windows implements WindowGeometry {
  /** The settings, as they were given. */
  readonly settings: WindowSettings;
  readonly kernelTime: number;
  readonly kernelHeight: number;
  readonly kernelWidth: number;
  readonly strideTime: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly padTime: number;
  readonly padHeight: number;
  readonly padWidth: number;
  readonly dilationTime: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  inputTime = 1;
  inputHeight = 1;
  inputWidth = 1;
  outputTime = 1;
  outputHeight = 1;
  outputWidth = 1;

  constructor(settings: WindowSettings) {
    this.settings = settings;
    [this.kernelTime, this.kernelHeight, this.kernelWidth] = ofThree(settings.kernel, 1);
    [this.strideTime, this.strideHeight, this.strideWidth] = ofThree(settings.stride, 1);
    [this.padTime, this.padHeight, this.padWidth] = ofThree(settings.pad, 0);
    [this.dilationTime, this.dilationHeight, this.dilationWidth] = ofThree(settings.dilation, 1);
  }

  /** The number of dimensions: 1 to 3. */
  get dimensions(): number {
    return this.settings.kernel.length;
  }

  /** The positions of a window. */
  get kernelSize(): number {
    return this.kernelTime * this.kernelHeight * this.kernelWidth;
  }

  /** The elements of a plane of the input. */
  get inputSize(): number {
    return this.inputTime * this.inputHeight * this.inputWidth;
  }

  /** The elements of a plane of the output: the number of windows. */
  get outputSize(): number {
    return this.outputTime * this.outputHeight * this.outputWidth;
  }

  /** The extents of the output, one for each dimension. */
  outputExtents(): number[] {
    return [this.outputTime, this.outputHeight, this.outputWidth].slice(3 - this.dimensions);
  }

  /** True when every position of the input is a window of its own. */
  isPointwise(): boolean {
    return (
      this.kernelSize === 1 &&
      this.strideTime === 1 &&
      this.strideHeight === 1 &&
      this.strideWidth === 1 &&
      this.padTime === 0 &&
      this.padHeight === 0 &&
      this.padWidth === 0
    );
  }

  /** Takes over the extents of an input and computes those of the output, which may be below 1. */
  fit(time: number, height: number, width: number, rounding: WindowRounding): void {
    this.inputTime = time;
    this.inputHeight = height;
    this.inputWidth = width;
    const { kernelTime, kernelHeight, kernelWidth, strideTime, strideHeight, strideWidth } = this;
    const { padTime, padHeight, padWidth, dilationTime, dilationHeight, dilationWidth } = this;
    this.outputTime = windowCount(time, kernelTime, strideTime, padTime, dilationTime, rounding);
    this.outputHeight = windowCount(height, kernelHeight, strideHeight, padHeight, dilationHeight, rounding);
    this.outputWidth = windowCount(width, kernelWidth, strideWidth, padWidth, dilationWidth, rounding);
  }

  /** Whether a tensor's last dimensions are the extents of the output. */
  hasOutputExtents(tensor: Tensor): boolean {
    return endsIn(tensor, this.dimensions, this.outputTime, this.outputHeight, this.outputWidth);
  }
}

/** Whether the last one to three dimensions of a tensor have these extents. */
export function endsIn(tensor: Tensor, dimensions: number, time: number, height: number, width: number): boolean {
  return (
    tensor.dim() >= dimensions &&
    tensor.size(-1) === width &&
    (dimensions < 2 || tensor.size(-2) === height) &&
    (dimensions < 3 || tensor.size(-3) === time)
  );
}

function ofThree(some: Size, outer: number): [time: number, height: number, width: number] {
  const [width, height = outer, time = outer] = some.toReversed();
  return [time, height, width];
}

function windowCount(
  input: number,
  kernel: number,
  stride: number,
  pad: number,
  dilation: number,
  rounding: WindowRounding,
): number {
  const steps = (input + 2 * pad - dilation * (kernel - 1) - 1) / stride;
  const count = (rounding === "ceil" ? Math.ceil(steps) : Math.floor(steps)) + 1;
  // The last window begins in the input or in the padding before it.
  return rounding !== "whole" && (count - 1) * stride >= input + pad ? count - 1 : count;
}
