import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, checkOptions, formatSize, type Size, sameSize, type Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "./checks.ts";
import { dimensionIn, type SampleOptions } from "./dimensions.ts";

/** Options of {@link Padding}. */
export interface PaddingOptions extends SampleOptions {
  /** What is put in; 0 when left out. */
  readonly value?: number;
  /** How many elements stay outside the padding, at the end that it is put at; 0 when left out. */
  readonly index?: number;
}

const optionNames: readonly (keyof PaddingOptions)[] = ["nInputDims", "value", "index"];

/**
 * The input with elements of one value put in along a dimension: behind it, or before it for a number below 0. Torch's
 * `nn.Padding`.
 *
 * Shapes, for 2 or −2 elements in dimension 1: `[A, B, C] → [A, B + 2, C]`. The gradient is that of the elements of the
 * input.
 *
 * @example
 * ```ts
 * import { Padding } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([1, 2, 3]);
 * console.log(new Padding(0, 2).forward(x).toArray()); // [ 1, 2, 3, 0, 0 ]
 * console.log(new Padding(0, -2, { value: 7 }).forward(x).toArray()); // [ 7, 7, 1, 2, 3 ]
 * console.log(new Padding(0, 1, { index: 1 }).forward(x).toArray()); // [ 1, 2, 0, 3 ]
 * ```
 */
export class Padding extends Module {
  /** The dimension that gets longer; negative ones count from the end. */
  readonly dimension: number;
  /** How many elements are put in; below 0, at the beginning. */
  readonly pad: number;
  /** The number of dimensions of a sample, if it was given. */
  readonly nInputDims: number | undefined;
  /** What is put in. */
  readonly value: number;
  /** How many elements stay outside the padding. */
  readonly index: number;

  /**
   * @param dimension the dimension that gets longer; negative ones count from the end
   * @param pad how many elements to put in behind, or below 0 before
   * @throws ArgumentError for numbers that are not whole, a value that is no number, and options that do not exist
   */
  constructor(dimension: number, pad: number, options: PaddingOptions = {}) {
    super();
    checkOptions("Padding", options, optionNames);
    const { nInputDims, value = 0, index = 0 } = options;
    if (typeof value !== "number") throw new ArgumentError(`Padding: expected a number as value, got ${String(value)}`);
    this.dimension = checkWhole("Padding", "a dimension", dimension);
    this.pad = checkWhole("Padding", "a number of elements", pad);
    this.nInputDims = checkSampleDims("Padding", nInputDims);
    this.value = value;
    this.index = checkWhole("Padding", "an index", index, 0);
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const place = this.placeIn(input);
    this.output.resize(this.paddedSize(input, place));
    if (this.pad !== 0) this.output.narrow(place.dimension, place.before, Math.abs(this.pad)).fill(this.value);
    this.forEachPart(place, input, this.output, (part, padded) => padded.copy(part));
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const place = this.placeIn(input);
    if (!sameSize(this.paddedSize(input, place), this.output.size())) {
      throw inputSizeError(this, `the input of the last forward for ${formatSize(this.output.size())}`, input);
    }
    checkGradOutput(this, gradOutput, this.output);
    this.forEachPart(place, this.gradInput.resizeAs(input), gradOutput, (part, padded) => part.copy(padded));
    return this.gradInput;
  }

  override describe(): string {
    return `Padding(${this.dimension}, ${this.pad})`;
  }

  private placeIn(input: Tensor): Place {
    const batched = this.nInputDims !== undefined && input.dim() !== this.nInputDims && this.dimension >= 0;
    const dimension = dimensionIn(this, input, batched ? this.dimension + 1 : this.dimension);
    const extent = input.size(dimension);
    if (this.index > extent) {
      throw inputSizeError(this, `an input of at least ${this.index} in dimension ${dimension}`, input);
    }
    return { dimension, before: this.pad > 0 ? extent - this.index : this.index };
  }

  private paddedSize(input: Tensor, { dimension }: Place): Size {
    return input.size().map((extent, d) => (d === dimension ? extent + Math.abs(this.pad) : extent));
  }

  /** Visits what lies before and behind the padding, in the tensor without it and in that with it. */
  private forEachPart(
    { dimension, before }: Place,
    bare: Tensor,
    padded: Tensor,
    visit: (part: Tensor, padded: Tensor) => void,
  ): void {
    const behind = bare.size(dimension) - before;
    if (before > 0) visit(bare.narrow(dimension, 0, before), padded.narrow(dimension, 0, before));
    if (behind > 0) {
      const start = before + Math.abs(this.pad);
      visit(bare.narrow(dimension, before, behind), padded.narrow(dimension, start, behind));
    }
  }
}

/** Where padding goes: which dimension, and how many elements of it lie before. */
interface Place {
  readonly dimension: number;
  readonly before: number;
}
