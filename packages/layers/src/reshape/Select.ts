import { inputSizeError } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { CopiedPart } from "./CopiedPart.ts";
import { checkWhole } from "./checks.ts";
import { dimensionIn } from "./dimensions.ts";

/**
 * A copy of one slice of a dimension, which goes away. Torch's `nn.Select`.
 *
 * Shapes, for dimension 1: `[A, B, C] → [A, C]`. The gradient is that of the slice, and 0 elsewhere.
 *
 * @example
 * ```ts
 * import { Select } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[1, 2], [3, 4]]);
 * const select = new Select(1, -1);
 * console.log(select.forward(x).toArray()); // [ 2, 4 ]
 * console.log(select.backward(x, tensor([5, 6])).toArray()); // [ [ 0, 5 ], [ 0, 6 ] ]
 * ```
 */
export class Select extends CopiedPart {
  /** The dimension that goes away; negative ones count from the end. */
  readonly dimension: number;
  /** Which slice; negative ones count from the end. */
  readonly index: number;

  /**
   * @param dimension the dimension that goes away; negative ones count from the end
   * @param index which slice; negative ones count from the end
   * @throws ArgumentError for numbers that are not whole
   */
  constructor(dimension: number, index: number) {
    super();
    this.dimension = checkWhole("Select", "a dimension", dimension);
    this.index = checkWhole("Select", "an index", index);
  }

  override describe(): string {
    return `Select(${this.dimension}, ${this.index})`;
  }

  protected override part(whole: Tensor): Tensor {
    const dimension = dimensionIn(this, whole, this.dimension);
    if (whole.dim() === 1) throw inputSizeError(this, "an input of at least 2 dimensions", whole);
    const index = this.index < 0 ? this.index + whole.size(dimension) : this.index;
    if (index < 0 || index >= whole.size(dimension)) {
      throw inputSizeError(this, `an input that has index ${this.index} in dimension ${this.dimension}`, whole);
    }
    return whole.select(dimension, index);
  }
}
