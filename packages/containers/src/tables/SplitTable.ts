import { Module, recursiveResizeAs } from "@rushlight/module";
import { formatSize, ShapeError, type Tensor } from "@rushlight/tensor";
import { checkGradient, checkTensor, checkTensors, checkWhole } from "../checks/tables.ts";
import { checkNInputDims, type NInputDimsOptions, sampleDimension } from "./nInputDims.ts";

/**
 * The slices of a tensor along a dimension, as a table: yᵢ = x.select(dimension, i), views that share the memory of the
 * input; the slices of dx are the dyᵢ. Torch's `nn.SplitTable`.
 *
 * Shapes, for dimension 1: `[N, T, D] → {[N, D], …}` with T members.
 *
 * @example
 * ```ts
 * import { SplitTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const columns = new SplitTable(1).forward(tensor([[1, 2], [3, 4]]));
 * console.log(columns.map((column) => column.toArray())); // [ [ 1, 3 ], [ 2, 4 ] ]
 * ```
 */
export class SplitTable extends Module<Tensor, readonly Tensor[]> {
  readonly dimension: number;
  readonly nInputDims: number | undefined;
  override output: readonly Tensor[] = [];

  /**
   * @param dimension whose slices are taken; negative ones count from the end
   * @throws ArgumentError for one that is not whole, and for options that do not exist
   */
  constructor(dimension: number, options: NInputDimsOptions = {}) {
    super();
    this.dimension = checkWhole("SplitTable", "dimension", dimension);
    this.nInputDims = checkNInputDims("SplitTable", options);
  }

  override updateOutput(input: Tensor): readonly Tensor[] {
    this.output = this.slicesOf(input);
    return this.output;
  }

  override updateGradInput(input: Tensor, gradOutput: readonly Tensor[]): Tensor {
    const { dtype } = input;
    const slices = this.slicesOf(input);
    const gradients = checkTensors(this, "gradOutput", gradOutput, slices.length);
    for (const [i, slice] of slices.entries()) {
      checkGradient(this, `member ${i} of gradOutput`, gradients[i], { dtype, size: slice.size() });
    }
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    for (const [i, slice] of this.slicesOf(this.gradInput).entries()) slice.copy(gradients[i]);
    return this.gradInput;
  }

  // What it holds is the caller's memory.
  override clearState(): this {
    super.clearState();
    this.output = [];
    return this;
  }

  override describe(): string {
    return `SplitTable(${this.dimension})`;
  }

  private slicesOf(tensor: Tensor): Tensor[] {
    const dimension = sampleDimension(this, checkTensor(this, tensor), this.dimension, this.nInputDims);
    if (tensor.dim() === 1) {
      throw new ShapeError(
        `${this.describe()}: expected a tensor of at least 2 dimensions, got ${formatSize(tensor.size())}`,
      );
    }
    return [...tensor.slices(dimension)];
  }
}
