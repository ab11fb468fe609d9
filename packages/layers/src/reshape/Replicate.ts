import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { checkOptions, formatSize, type Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "./checks.ts";
import { newDimensionIn, type SampleOptions } from "./dimensions.ts";

const optionNames: readonly (keyof SampleOptions)[] = ["nInputDims"];

/**
 * The input so many times, along a new dimension: y[.., i, ..] = x, dx = Σᵢ dy[.., i, ..]. Torch's `nn.Replicate`.
 *
 * Shapes, for 3 times along dimension 0: `[A, B] → [3, A, B]`; an input of more than `nInputDims` dimensions is a batch,
 * `[N, A] → [N, 3, A]` for 1. The output is a view of the input with stride 0 along the new dimension: it can be read, but
 * not written.
 *
 * @example
 * ```ts
 * import { Replicate } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Replicate(2).forward(tensor([1, 2])).toArray()); // [ [ 1, 2 ], [ 1, 2 ] ]
 * console.log(new Replicate(2, 1).forward(tensor([1, 2])).toArray()); // [ [ 1, 1 ], [ 2, 2 ] ]
 * ```
 */
export class Replicate extends Module {
  /** How many times. */
  readonly nFeatures: number;
  /** Which dimension of the output is the new one. */
  readonly dimension: number;
  /** The number of dimensions of a sample, if it was given. */
  readonly nInputDims: number | undefined;

  /**
   * @param nFeatures how many times, at least 1
   * @param dimension which dimension of the output is the new one; negative ones count from the end; 0 when left out
   * @throws ArgumentError for numbers that are not whole, and for options that do not exist
   */
  constructor(nFeatures: number, dimension = 0, options: SampleOptions = {}) {
    super();
    checkOptions("Replicate", options, optionNames);
    this.nFeatures = checkWhole("Replicate", "a count", nFeatures, 1);
    this.dimension = checkWhole("Replicate", "a dimension", dimension);
    this.nInputDims = checkSampleDims("Replicate", options.nInputDims);
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const dimension = this.newDimension(input);
    const size = [...input.size()];
    size.splice(dimension, 0, this.nFeatures);
    return this.output.set(input.unsqueeze(dimension).expand(size));
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    const dimension = this.newDimension(input);
    if (!input.isSameSizeAs(this.output.select(dimension, 0))) {
      throw inputSizeError(this, `the input of the last forward for ${formatSize(this.output.size())}`, input);
    }
    return gradOutput.sum(dimension, { keepDim: false, out: this.gradInput });
  }

  override describe(): string {
    return `Replicate(${this.nFeatures}, ${this.dimension})`;
  }

  private newDimension(input: Tensor): number {
    const batched = this.nInputDims !== undefined && input.dim() > this.nInputDims;
    return newDimensionIn(this, input, this.dimension, batched ? 1 : 0);
  }
}
