import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { formatSize, type Size, type SizeArguments, sizeOf, type Tensor } from "@rushlight/tensor";
import { checkSampleDims, checkSizes, product } from "./checks.ts";

/**
 * The same elements under other sizes, without copying; a batch keeps its samples apart. Torch's `nn.View`.
 *
 * One size may be −1: it becomes what is left. An input with more elements than the sizes hold is a batch, whose
 * leading dimensions become one: `View(6)` takes `[N, 2, 3] → [N, 6]`. Where a −1 makes that ambiguous, say with
 * {@link setNumInputDims} how many dimensions a sample has.
 *
 * Input and gradOutput must be contiguous. The output shares the input's memory.
 *
 * @example
 * ```ts
 * import { View } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new View(6).forward(zeros(5, 2, 3)).size()); // [ 5, 6 ]
 * console.log(new View(-1).setNumInputDims(2).forward(zeros(5, 2, 3)).size()); // [ 5, 6 ]
 * console.log(new View(-1).forward(zeros(5, 2, 3)).size()); // [ 30 ]
 * ```
 */
export class View extends Module {
  private sizes: Size;
  private numInputDims: number | undefined;

  /**
   * @param size the sizes of a sample, one by one or as one array; one may be −1
   * @throws ArgumentError for other negative sizes, a second −1, or none at all
   */
  constructor(...size: SizeArguments) {
    super();
    this.sizes = checkSizes("View", sizeOf(size));
  }

  /**
   * Gives other sizes.
   *
   * @throws ArgumentError as the constructor does; the sizes stay then
   */
  resetSize(...size: SizeArguments): this {
    this.sizes = checkSizes("View", sizeOf(size));
    return this;
  }

  /**
   * Says how many dimensions a sample has: an input with more is a batch, also of one.
   *
   * @throws ArgumentError unless the number is whole and at least 1
   */
  setNumInputDims(count: number): this {
    this.numInputDims = checkSampleDims("View", count);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const samples = this.samplesIn(input);
    return this.become(this.output, input, samples === undefined ? this.sizes : [samples, ...this.sizes]);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    if (input.nElement() !== gradOutput.nElement()) {
      throw inputSizeError(this, `the input of the last forward, of ${gradOutput.nElement()} elements`, input);
    }
    return this.become(this.gradInput, gradOutput, input.size());
  }

  override toString(): string {
    return `nn.View(${this.sizes.join(", ")})`;
  }

  private become(target: Tensor, source: Tensor, size: Size): Tensor {
    if (!source.isContiguous()) {
      throw inputSizeError(this, "a contiguous tensor (see contiguous())", source);
    }
    return target.set(source.view(size));
  }

  /** How many samples an input holds; undefined when it is one sample without a batch dimension. */
  private samplesIn(input: Tensor): number | undefined {
    const count = input.nElement();
    const sampleDims = Math.min(this.numInputDims ?? input.dim(), input.dim());
    const leading = product(input.size().slice(0, input.dim() - sampleDims));
    const known = product(this.sizes.filter((extent) => extent !== -1));
    const perSample = count / leading;
    if (count === 0 || perSample % known !== 0) {
      throw inputSizeError(this, `an input of a multiple of ${known} elements for ${formatSize(this.sizes)}`, input);
    }
    const samples = this.sizes.includes(-1) ? leading : (perSample / known) * leading;
    const batched = this.numInputDims !== undefined && input.dim() > this.numInputDims;
    return samples === 1 && !batched ? undefined : samples;
  }
}
