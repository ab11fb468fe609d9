import { checkOptions, type Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkWhole } from "./checks.ts";
import { dimensionIn, type SampleOptions } from "./dimensions.ts";
import { ViewLayer } from "./ViewLayer.ts";

const optionNames: readonly (keyof SampleOptions)[] = ["nInputDims"];

/**
 * The input without its dimensions of size 1, or without a given one if that has size 1; a view. Torch's `nn.Squeeze`.
 *
 * Shapes: `[A, 1, B, 1] → [A, B]`, for dimension 1 `[A, 1, B, 1] → [A, B, 1]`. The last dimension stays in any case: `[1]`
 * is the least. Where samples are known to have `nInputDims` dimensions, a batch stays one: also a batch of one keeps its
 * first dimension, and a given dimension is that of the samples.
 *
 * @example
 * ```ts
 * import { Squeeze } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new Squeeze().forward(zeros(1, 3, 1)).size()); // [ 3 ]
 * console.log(new Squeeze(0, { nInputDims: 2 }).forward(zeros(4, 1, 3)).size()); // [ 4, 3 ]
 * console.log(new Squeeze().setNumInputDims(2).forward(zeros(1, 3, 1)).size()); // [ 1, 3 ]
 * ```
 */
export class Squeeze extends ViewLayer {
  /** The dimension that goes away; undefined for all of size 1. */
  readonly dimension: number | undefined;
  private numInputDims: number | undefined;

  /**
   * @param dimension the dimension that goes away, negative to count from the end; all of size 1 when left out
   * @throws ArgumentError for one that is not whole, and for options that do not exist
   */
  constructor(dimension?: number, options: SampleOptions = {}) {
    super();
    checkOptions("Squeeze", options, optionNames);
    this.dimension = dimension === undefined ? undefined : checkWhole("Squeeze", "a dimension", dimension);
    this.numInputDims = checkSampleDims("Squeeze", options.nInputDims);
  }

  /**
   * Says how many dimensions a sample has: an input with one more is a batch.
   *
   * @throws ArgumentError unless the number is whole and at least 1
   */
  setNumInputDims(count: number): this {
    this.numInputDims = checkSampleDims("Squeeze", count);
    return this;
  }

  override describe(): string {
    return `Squeeze(${this.dimension ?? ""})`;
  }

  protected override see(input: Tensor): Tensor {
    if (this.dimension !== undefined) {
      return input.squeeze(dimensionIn(this, input, this.dimension, this.numInputDims));
    }
    const batchOfOne = input.dim() - 1 === this.numInputDims && input.size(0) === 1;
    return batchOfOne ? input.squeeze().unsqueeze(0) : input.squeeze();
  }
}
