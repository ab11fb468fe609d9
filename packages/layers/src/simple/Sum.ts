import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "../reshape/checks.ts";
import { dimensionIn, type SampleOptions } from "../reshape/dimensions.ts";

/** Options of {@link Sum}. */
export interface SumOptions extends SampleOptions {
  /** Whether to divide by the number of elements summed; false when left out. */
  readonly sizeAverage?: boolean;
  /** Whether the dimension goes away, rather than staying with size 1; true when left out. */
  readonly squeeze?: boolean;
}

const optionNames: readonly (keyof SumOptions)[] = ["nInputDims", "sizeAverage", "squeeze"];

/**
 * The sum along a dimension: y = Σᵢ xᵢ, dx is dy expanded; both divided by the size when averaging. Torch's `nn.Sum`.
 *
 * Shapes, for dimension 1: `[A, B, C] → [A, C]`; a vector becomes `[1]`.
 *
 * @example
 * ```ts
 * import { Sum } from "@rushlight/layers";
 * import { range, tensor } from "@rushlight/tensor";
 *
 * console.log(new Sum(0).forward(range(1, 5)).toArray()); // [ 15 ]
 * console.log(new Sum(-1).forward(tensor([[1, 2], [3, 4]])).toArray()); // [ 3, 7 ]
 * ```
 */
export class Sum extends Module {
  readonly dimension: number;
  readonly nInputDims: number | undefined;
  readonly sizeAverage: boolean;
  readonly squeeze: boolean;
  private sums = new Tensor([], { resident: true });

  /**
   * @param dimension what to sum along; negative ones count from the end; 0 when left out
   * @throws ArgumentError for a dimension that is not whole, and for options that do not exist
   */
  constructor(dimension = 0, options: SumOptions = {}) {
    super();
    checkOptions("Sum", options, optionNames);
    this.dimension = checkWhole("Sum", "a dimension", dimension);
    this.nInputDims = checkSampleDims("Sum", options.nInputDims);
    this.sizeAverage = options.sizeAverage ?? false;
    this.squeeze = options.squeeze ?? true;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const dimension = dimensionIn(this, input, this.dimension, this.nInputDims);
    const sums = input.sum(dimension, { out: this.sums });
    if (this.sizeAverage) sums.div(input.size(dimension));
    this.output.set(this.squeeze ? sums.squeeze(dimension) : sums);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const dimension = dimensionIn(this, input, this.dimension, this.nInputDims);
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    const kept = this.squeeze && input.dim() > 1 ? gradOutput.unsqueeze(dimension) : gradOutput;
    const fits = input.dim() === kept.dim() && input.size().every((n, d) => d === dimension || n === kept.size(d));
    if (!fits) throw inputSizeError(this, "the input of the last forward", input);
    this.gradInput.resizeAs(input).copy(kept.expandAs(input));
    return this.sizeAverage ? this.gradInput.div(input.size(dimension)) : this.gradInput;
  }

  override clearState(): this {
    this.sums = emptied(this.sums);
    return super.clearState();
  }

  override describe(): string {
    return `${this.constructor.name}(${this.dimension})`;
  }
}
