import { inputSizeError } from "@rushlight/module";
import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { CopiedPart } from "./CopiedPart.ts";
import { checkWhole } from "./checks.ts";
import { dimensionIn } from "./dimensions.ts";

/**
 * A copy of a part of a dimension. Torch's `nn.Narrow`.
 *
 * Shapes, for a length of 2 in dimension 1: `[A, B, C] → [A, 2, C]`. The gradient is that of the part, and 0 elsewhere.
 *
 * The part begins at `offset`. A length of −1 reaches to the end, −2 to one before it, and so on. With an offset below 0,
 * whichever it is, the part is all but the last `length`.
 *
 * @example
 * ```ts
 * import { Narrow } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([1, 2, 3, 4]);
 * console.log(new Narrow(0, 1, 2).forward(x).toArray()); // [ 2, 3 ]
 * console.log(new Narrow(0, 1, -1).forward(x).toArray()); // [ 2, 3, 4 ]
 * console.log(new Narrow(0, -1, 1).forward(x).toArray()); // [ 1, 2, 3 ]
 * ```
 */
export class Narrow extends CopiedPart {
  /** The dimension that gets shorter; negative ones count from the end. */
  readonly dimension: number;
  /** Where the part begins. */
  readonly offset: number;
  /** How long it is. */
  readonly length: number;

  /**
   * @param dimension the dimension that gets shorter; negative ones count from the end
   * @param offset where the part begins; below 0 for all but the last `length`
   * @param length how long the part is, or below 0 where it ends, counted from the end; 1 when left out
   * @throws ArgumentError for numbers that are not whole, a length of 0, and an offset and a length that are both below 0
   */
  constructor(dimension: number, offset: number, length = 1) {
    super();
    this.dimension = checkWhole("Narrow", "a dimension", dimension);
    this.offset = checkWhole("Narrow", "an offset", offset);
    this.length = checkWhole("Narrow", "a length", length);
    if (length === 0 || (offset < 0 && length < 0)) {
      throw new ArgumentError(`Narrow: expected a part of some length, got offset ${offset} and length ${length}`);
    }
  }

  override describe(): string {
    return `Narrow(${this.dimension}, ${this.offset}, ${this.length})`;
  }

  protected override part(whole: Tensor): Tensor {
    const dimension = dimensionIn(this, whole, this.dimension);
    const [first, length] = this.range(whole.size(dimension));
    if (length < 1 || first + length > whole.size(dimension)) {
      throw inputSizeError(this, `an input that has this part in dimension ${this.dimension}`, whole);
    }
    return whole.narrow(dimension, first, length);
  }

  private range(extent: number): [first: number, length: number] {
    if (this.offset < 0) return [0, extent - this.length];
    return [this.offset, this.length < 0 ? extent - this.offset + this.length + 1 : this.length];
  }
}
