import { UpSamplingLayer, type UpSamplingSize } from "./UpSamplingLayer.ts";

/** The height and width that an enlarged image is to have. */
export type SpatialUpSamplingSize = Pick<UpSamplingSize, "oheight" | "owidth">;

const sizeNames: readonly (keyof SpatialUpSamplingSize)[] = ["oheight", "owidth"];

/**
 * An image enlarged by linear interpolation, with its corners where they were: y[c, i, j] is what lies at row
 * i·(H − 1)/(oH − 1) and column j·(W − 1)/(oW − 1) of x, linear in both directions between the four elements around that
 * place. Torch's `nn.SpatialUpSamplingBilinear`.
 *
 * Shapes: `[C, H, W] → [C, oH, oW]`, `[N, C, H, W] → [N, C, oH, oW]` with oH = H·scale and oW = W·scale, or what is given.
 * dx is the sum of dy in the shares in which y is made of an element. Places are computed in single precision, as in Torch.
 *
 * @example
 * ```ts
 * import { SpatialUpSamplingBilinear } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([[[0, 4]]]);
 * console.log(new SpatialUpSamplingBilinear({ oheight: 1, owidth: 5 }).forward(x).toArray()); // [ [ [ 0, 1, 2, 3, 4 ] ] ]
 * console.log(new SpatialUpSamplingBilinear(2).forward(x).size()); // [ 1, 2, 4 ]
 * ```
 */
export class SpatialUpSamplingBilinear extends UpSamplingLayer {
  protected override readonly inputFormat = "[C, H, W] or [N, C, H, W]";

  /**
   * @param size the factor by which height and width grow, or the size of the output
   * @throws ArgumentError for factors and extents that are not whole numbers from 1, and for names that do not exist
   */
  constructor(size: number | SpatialUpSamplingSize) {
    super("linear", size, sizeNames);
  }

  protected override planeDimsOf(inputDims: number): number | undefined {
    return inputDims === 3 || inputDims === 4 ? 2 : undefined;
  }

  override toString(): string {
    const { outputSizes } = this;
    const size = outputSizes === undefined ? this.scaleFactor : `${outputSizes.oheight}, ${outputSizes.owidth}`;
    return `nn.SpatialUpSamplingBilinear(${size})`;
  }
}
