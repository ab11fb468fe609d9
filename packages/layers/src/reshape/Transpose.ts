import { checkGradOutput, checkInputDType, inputSizeError, Module } from "@rushlight/module";
import { ArgumentError, formatSize, type Tensor } from "@rushlight/tensor";
import { checkSampleDims } from "./checks.ts";
import { dimensionIn } from "./dimensions.ts";

/** Two dimensions to exchange. */
type DimensionPair = readonly [first: number, second: number];

/**
 * A copy of the input with dimensions exchanged, pair after pair. Torch's `nn.Transpose`.
 *
 * Shapes, for the pairs `[0, 1]` and `[1, 2]`: `[A, B, C] → [B, C, A]`.
 *
 * @example
 * ```ts
 * import { Transpose } from "@rushlight/layers";
 * import { zeros } from "@rushlight/tensor";
 *
 * console.log(new Transpose([0, 1], [1, 2]).forward(zeros(2, 3, 4)).size()); // [ 3, 4, 2 ]
 * console.log(new Transpose([0, 1]).setNumInputDims(2).forward(zeros(2, 3, 4)).size()); // [ 2, 4, 3 ]
 * ```
 */
export class Transpose extends Module {
  /** The pairs of dimensions, in the order in which they are exchanged. */
  readonly permutations: readonly DimensionPair[];
  private numInputDims: number | undefined;

  /**
   * @param permutations pairs of dimensions to exchange, one after the other; negative ones count from the end
   * @throws ArgumentError for what is no pair of whole numbers
   */
  constructor(...permutations: readonly DimensionPair[]) {
    super();
    for (const pair of permutations) {
      const dimensions: readonly unknown[] = Array.isArray(pair) ? pair : [];
      if (dimensions.length !== 2 || !dimensions.every(Number.isInteger)) {
        throw new ArgumentError(`Transpose: expected pairs of whole dimensions, got ${String(pair)}`);
      }
    }
    this.permutations = permutations.map(([first, second]) => [first, second]);
  }

  /**
   * Says how many dimensions a sample has: an input with one more is a batch, in which dimensions that are not negative
   * count from the second on.
   *
   * @throws ArgumentError unless the number is whole and at least 1
   */
  setNumInputDims(count: number): this {
    this.numInputDims = checkSampleDims("Transpose", count);
    return this;
  }

  override updateOutput(input: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    const view = this.exchanged(input, this.permutations);
    return this.output.resizeAs(view).copy(view);
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    checkInputDType(this, input, this.output.dtype);
    checkGradOutput(this, gradOutput, this.output);
    const view = this.exchanged(gradOutput, this.permutations.toReversed());
    if (!view.isSameSizeAs(input)) {
      throw inputSizeError(this, `the input of the last forward, ${formatSize(view.size())}`, input);
    }
    return this.gradInput.resizeAs(view).copy(view);
  }

  override describe(): string {
    return `Transpose(${this.permutations.map((pair) => formatSize(pair)).join(", ")})`;
  }

  private exchanged(tensor: Tensor, pairs: readonly DimensionPair[]): Tensor {
    return pairs.reduce(
      (view, [first, second]) =>
        view.transpose(
          dimensionIn(this, tensor, first, this.numInputDims),
          dimensionIn(this, tensor, second, this.numInputDims),
        ),
      tensor,
    );
  }
}
