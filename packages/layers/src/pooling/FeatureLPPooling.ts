import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, formatSize, ShapeError, type Size, sameSize, Tensor } from "@rushlight/tensor";
import { Windows } from "../windows/Windows.ts";
import { checkPower, lpNormsGradientInto, lpNormsInto } from "./lpNorms.ts";

/** Options of {@link FeatureLPPooling}. */
export interface FeatureLPPoolingOptions {
  /** Whether the first dimension of an input is a batch; false when left out. */
  readonly batchMode?: boolean;
}

const optionNames: readonly (keyof FeatureLPPoolingOptions)[] = ["batchMode"];

/**
 * The Lp norm of each window of neighbouring features: y[o, ...] = (Σᵢ x[o·stride + i, ...]ᵖ)^(1/p) over i < width. Torch's
 * `nn.FeatureLPPooling`.
 *
 * Shapes: `[F] → [oF]`, `[F, A] → [oF, A]`, `[F, A, B] → [oF, A, B]` with oF = ⌊(F − width)/stride⌋ + 1, and the same behind a
 * first dimension N in batch mode. No magnitudes are taken: unless p is even, it is for elements that are not below 0.
 *
 * Gradient: dx = Σ dy·(x/y)ᵖ⁻¹ over the windows that an element is in; those whose norm is 0 give nothing, unless p is 1:
 * then dx = Σ dy. With p below 1 it is not finite where an element is 0.
 *
 * @example
 * ```ts
 * import { FeatureLPPooling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pooling = new FeatureLPPooling(2, 2, 2, { batchMode: true });
 * console.log(pooling.forward(tensor([[3, 4, -5, 12]])).toArray()); // [ [ 5, 13 ] ]
 * ```
 */
export class FeatureLPPooling extends Module {
  /** The features of a window. */
  readonly width: number;
  /** How many features windows are apart. */
  readonly stride: number;
  /** The p of the norm. */
  readonly power: number;
  /** Whether the first dimension of an input is a batch. */
  readonly batchMode: boolean;
  // To kernels, what lies behind the features is a row.
  private readonly windows: Windows;
  private inputSize: Size = [];
  private scratch = new Tensor([], { resident: true });

  /**
   * @param width the features of a window, 2 to 16
   * @param stride how many features windows are apart, 1 to 4
   * @param power the p of the norm, above 0
   * @throws ArgumentError for other widths, strides and powers, and for options that do not exist
   */
  constructor(width: number, stride: number, power: number, options: FeatureLPPoolingOptions = {}) {
    super();
    const { name } = this.constructor;
    checkOptions(name, options, optionNames);
    this.width = checkRange(name, "a width", width, 2, 16);
    this.stride = checkRange(name, "a stride", stride, 1, 4);
    this.power = checkPower(name, power);
    this.batchMode = options.batchMode ?? false;
    this.windows = new Windows({ kernel: [width, 1], stride: [stride, 1], pad: [0, 0], dilation: [1, 1] });
  }

  override updateOutput(input: Tensor): Tensor {
    const size = this.outputSizeFor(input);
    const { output, power, windows, scratch } = this;
    this.inputSize = input.size();
    lpNormsInto(this, power, windows, this.planesOf(input), input, scratch, output.resize(size));
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.outputSizeFor(input);
    const { output, gradInput, power, windows, scratch } = this;
    checkGradOutput(this, gradOutput, output);
    if (output.nElement() === 0 || !sameSize(input.size(), this.inputSize))
      throw inputSizeError(this, "the input of the last forward", input);
    gradInput.resizeAs(input);
    lpNormsGradientInto(this, power, windows, this.planesOf(input), input, output, gradOutput, scratch, gradInput);
    return gradInput;
  }

  override clearState(): this {
    this.scratch = emptied(this.scratch);
    return super.clearState();
  }

  override toString(): string {
    const { width, stride, power, batchMode } = this;
    return `nn.${this.constructor.name}(w${width} s${stride} power ${power} batch ${batchMode ? 1 : 0})`;
  }

  /** Fits the windows to an input and gives the size of its output. */
  private outputSizeFor(input: Tensor): Size {
    checkInputDType(this, input, this.output.dtype);
    const features = this.batchMode ? 1 : 0;
    if (input.dim() <= features || input.dim() > features + 3) {
      const expected = this.batchMode ? "[N, F], [N, F, A] or [N, F, A, B]" : "[F], [F, A] or [F, A, B]";
      throw inputSizeError(this, expected, input);
    }
    const size = input.size();
    const inner = size.slice(features + 1).reduce((total, extent) => total * extent, 1);
    this.windows.fit(1, size[features], inner, "whole");
    const count = this.windows.outputHeight;
    if (count >= 1) return size.with(features, count);
    throw new ShapeError(
      `${this.describe()}: expected at least ${this.width} features, got ${size[features]} in ${formatSize(size)}`,
    );
  }

  private planesOf(input: Tensor): number {
    return this.batchMode ? input.size(0) : 1;
  }
}

function checkRange(name: string, what: string, value: number, least: number, most: number): number {
  if (Number.isInteger(value) && value >= least && value <= most) return value;
  throw new ArgumentError(`${name}: expected ${what} of ${least} to ${most}, a whole number, got ${String(value)}`);
}
