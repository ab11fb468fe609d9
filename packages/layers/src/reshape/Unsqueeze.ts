import { inputSizeError } from "@rushlight/module";
import { checkOptions, type Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "./checks.ts";
import { newDimensionIn, type SampleOptions } from "./dimensions.ts";
import { ViewLayer } from "./ViewLayer.ts";

const optionNames: readonly (keyof SampleOptions)[] = ["nInputDims"];

/**
 * The input with a new dimension of size 1; a view. Torch's `nn.Unsqueeze`.
 *
 * Shapes, for dimension 1: `[A, B] → [A, 1, B]`. Where samples are known to have `nInputDims` dimensions, the dimension is
 * that of a sample, whatever comes before: for dimension 0 and 1 dimension, `[N, A] → [N, 1, A]`.
 *
 * @example
 * ```ts
 * import { Unsqueeze } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new Unsqueeze(0).forward(zeros(2, 3)).size()); // [ 1, 2, 3 ]
 * console.log(new Unsqueeze(-1).forward(zeros(2, 3)).size()); // [ 2, 3, 1 ]
 * console.log(new Unsqueeze(0, { nInputDims: 1 }).forward(zeros(2, 3)).size()); // [ 2, 1, 3 ]
 * ```
 */
export class Unsqueeze extends ViewLayer {
  /** Which dimension of the output is the new one. */
  readonly dimension: number;
  private numInputDims: number | undefined;

  /**
   * @param dimension which dimension of the output is the new one; negative ones count from the end
   * @throws ArgumentError for one that is not whole, and for options that do not exist
   */
  constructor(dimension: number, options: SampleOptions = {}) {
    super();
    checkOptions("Unsqueeze", options, optionNames);
    this.dimension = checkWhole("Unsqueeze", "a dimension", dimension);
    this.numInputDims = checkSampleDims("Unsqueeze", options.nInputDims);
  }

  /**
   * Says how many dimensions a sample has: those before are of the batch.
   *
   * @throws ArgumentError unless the number is whole and at least 1
   */
  setNumInputDims(count: number): this {
    this.numInputDims = checkSampleDims("Unsqueeze", count);
    return this;
  }

  override toString(): string {
    return `nn.Unsqueeze(dim ${this.dimension})`;
  }

  protected override see(input: Tensor): Tensor {
    const batchDims = input.dim() - (this.numInputDims ?? input.dim());
    if (batchDims < 0) throw inputSizeError(this, `samples of ${this.numInputDims} dimensions`, input);
    return input.unsqueeze(newDimensionIn(this, input, this.dimension, batchDims));
  }
}
