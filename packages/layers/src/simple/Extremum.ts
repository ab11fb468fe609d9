import { checkGradOutput, checkInputDType, emptied, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, type OutPairOptions, type ReductionOptions, Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "../reshape/checks.ts";
import { dimensionIn, type SampleOptions } from "../reshape/dimensions.ts";

const optionNames: readonly (keyof SampleOptions)[] = ["nInputDims"];

/** The base of {@link Max} and {@link Min}: the extreme element along a dimension, which alone gets a gradient. */
export abstract class Extremum extends Module {
  readonly dimension: number;
  readonly nInputDims: number | undefined;
  /** Where the elements of the last output were along the dimension, counted from 0. */
  indices: Tensor<"int32"> = new Tensor([], { dtype: "int32", resident: true });

  /**
   * @param dimension what to go along; negative ones count from the end; 0 when left out
   * @throws ArgumentError for a dimension that is not whole, and for options that do not exist
   */
  constructor(dimension = 0, options: SampleOptions = {}) {
    super();
    checkOptions(this.constructor.name, options, optionNames);
    this.dimension = checkWhole(this.constructor.name, "a dimension", dimension);
    this.nInputDims = checkSampleDims(this.constructor.name, options.nInputDims);
  }

  /** The extreme elements of an input along a dimension, and where they are. */
  protected abstract find(input: Tensor, dimension: number, options: ReductionOptions & OutPairOptions): void;

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const dimension = dimensionIn(this, input, this.dimension, this.nInputDims);
    this.find(input, dimension, { keepDim: false, out: [this.output, this.indices] });
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    const dimension = dimensionIn(this, input, this.dimension, this.nInputDims);
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    const reduced = input.dim() > 1;
    const indices = reduced ? this.indices.unsqueeze(dimension) : this.indices;
    const gradients = reduced ? gradOutput.unsqueeze(dimension) : gradOutput;
    const fits =
      input.dim() === indices.dim() && input.size().every((n, d) => d === dimension || n === indices.size(d));
    if (!fits) throw inputSizeError(this, "the input of the last forward", input);
    return this.gradInput.resizeAs(input).zero().scatter(dimension, indices, gradients);
  }

  override clearState(): this {
    this.indices = emptied(this.indices);
    return super.clearState();
  }

  override describe(): string {
    return `${this.constructor.name}(${this.dimension})`;
  }
}
