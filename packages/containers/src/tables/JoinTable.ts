import { Module, recursiveResizeAs } from "@rushlight/module";
import { cat, formatSize, ShapeError, type Size, Tensor } from "@rushlight/tensor";
import { checkGradient, checkOneDType, checkTensors, checkWhole } from "../checks/tables.ts";
import { checkNInputDims, type NInputDimsOptions, sampleDimension } from "./nInputDims.ts";

/**
 * The tensors in a table, joined along a dimension; dxᵢ = its part of dy. Torch's `nn.JoinTable`.
 *
 * Shapes, for dimension 1: `{[N, A], [N, B], …} → [N, A + B + …]`. The tensors have one dtype, and one size but for that
 * dimension; the table is of any length.
 *
 * @example
 * ```ts
 * import { JoinTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const table = [tensor([[1], [2]]), tensor([[10, 20], [30, 40]])];
 * console.log(new JoinTable(1).forward(table).toArray()); // [ [ 1, 10, 20 ], [ 2, 30, 40 ] ]
 * ```
 */
export class JoinTable extends Module<readonly Tensor[], Tensor> {
  readonly dimension: number;
  readonly nInputDims: number | undefined;
  override gradInput: readonly Tensor[] = [];

  /**
   * @param dimension what to join along; negative ones count from the end
   * @throws ArgumentError for one that is not whole, and for options that do not exist
   */
  constructor(dimension: number, options: NInputDimsOptions = {}) {
    super();
    this.dimension = checkWhole("JoinTable", "dimension", dimension);
    this.nInputDims = checkNInputDims("JoinTable", options);
  }

  override updateOutput(input: readonly Tensor[]): Tensor {
    const { dimension } = this.joinOf(input);
    const [{ dtype }] = input;
    if (this.output.dtype !== dtype) this.output = new Tensor([], { dtype, resident: true });
    return cat(input, dimension, { out: this.output });
  }

  override updateGradInput(input: readonly Tensor[], gradOutput: Tensor): readonly Tensor[] {
    const { dimension, size } = this.joinOf(input);
    checkGradient(this, "gradOutput", gradOutput, { dtype: input[0].dtype, size });
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    let offset = 0;
    for (const gradient of this.gradInput) {
      const extent = gradient.size(dimension);
      gradient.copy(gradOutput.narrow(dimension, offset, extent));
      offset += extent;
    }
    return this.gradInput;
  }

  override describe(): string {
    return `JoinTable(${this.dimension})`;
  }

  private joinOf(input: readonly Tensor[]): { readonly dimension: number; readonly size: Size } {
    const tensors = checkTensors(this, "input", input);
    checkOneDType(this, tensors);
    const [first] = tensors;
    const dimension = sampleDimension(this, first, this.dimension, this.nInputDims);
    const size = first.size().slice();
    for (const tensor of tensors.slice(1)) {
      const fits =
        tensor.dim() === first.dim() && tensor.size().every((extent, d) => d === dimension || extent === size[d]);
      if (!fits) {
        throw new ShapeError(
          `${this.describe()}: expected tensors that differ only in dimension ${dimension}, got ${formatSize(first.size())} and ${formatSize(tensor.size())}`,
        );
      }
      size[dimension] += tensor.size(dimension);
    }
    return { dimension, size };
  }
}
