import { UpSamplingLayer } from "./UpSamplingLayer.ts";

/**
 * An image enlarged by repeating its elements: y[c, i, j] = x[c, ⌊i/scale⌋, ⌊j/scale⌋]. Torch's
 * `nn.SpatialUpSamplingNearest`.
 *
 * Shapes: `[C, H, W] → [C, H·scale, W·scale]`, `[N, C, H, W] → [N, C, H·scale, W·scale]`. dx is the sum of dy over the block of
 * each element.
 *
 * @example
 * ```ts
 * import { SpatialUpSamplingNearest } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const larger = new SpatialUpSamplingNearest(2);
 * console.log(larger.forward(tensor([[[1, 2]]])).toArray()); // [ [ [ 1, 1, 2, 2 ], [ 1, 1, 2, 2 ] ] ]
 * ```
 */
export class SpatialUpSamplingNearest extends UpSamplingLayer {
  protected override readonly inputFormat = "[C, H, W] or [N, C, H, W]";

  /**
   * @param scaleFactor the factor by which height and width grow
   * @throws ArgumentError unless it is a whole number of at least 1
   */
  constructor(scaleFactor: number) {
    super("nearest", scaleFactor, []);
  }

  protected override planeDimsOf(inputDims: number): number | undefined {
    return inputDims === 3 || inputDims === 4 ? 2 : undefined;
  }

  override describe(): string {
    return `SpatialUpSamplingNearest(${this.scaleFactor})`;
  }
}
