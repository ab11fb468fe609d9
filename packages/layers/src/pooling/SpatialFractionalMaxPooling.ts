import { FractionalMaxPooling, type FractionalMaxPoolingOptions } from "./FractionalMaxPooling.ts";

/**
 * The largest element of each of outW×outH windows of one size that are spread over an image at random. Torch's
 * `nn.SpatialFractionalMaxPooling`.
 *
 * Shapes: `[C, H, W] → [C, outH, outW]`, `[N, C, H, W] → [N, C, outH, outW]`; with ratios instead of sizes
 * outH = ⌊ratioH·H⌋ and outW = ⌊ratioW·W⌋. With α = (W − poolSizeW)/(outW − 1) and u drawn from [0, 1), column s of windows
 * begins at ⌊(s + u)·α⌋ − ⌊u·α⌋, and the last one at W − poolSizeW; rows likewise. Each forward, in training and evaluation,
 * draws two numbers for each plane of each sample, first that of the width, unless {@link fixPoolingRegions} says to keep them.
 * `indices` tells where the largest elements were, as in SpatialMaxPooling.
 *
 * Source: B. Graham, "Fractional max-pooling", 2014.
 *
 * @example
 * ```ts
 * import { SpatialFractionalMaxPooling } from "@rushlight/layers";
 * import { manualSeed, range } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const pooling = new SpatialFractionalMaxPooling(2, 2, 3, 1);
 * console.log(pooling.forward(range(1, 21).view(1, 3, 7)).toArray()); // [ [ [ 16, 18, 21 ] ] ]
 * ```
 */
export class SpatialFractionalMaxPooling extends FractionalMaxPooling {
  /** The width of a window. */
  readonly poolSizeW: number;
  /** The height of a window. */
  readonly poolSizeH: number;
  /** The width of the output, or its ratio to that of the input. */
  readonly outW: number;
  /** The height of the output, or its ratio to that of the input. */
  readonly outH: number;

  /**
   * @param poolSizeW the width of a window, at least 2
   * @param poolSizeH the height of a window, at least 2
   * @param outW the width of the output, or below 1 its ratio to that of the input
   * @param outH the height of the output, or below 1 its ratio to that of the input
   * @throws ArgumentError for windows below 2, outputs that are neither whole numbers from 1 nor ratios, and unknown options
   */
  constructor(
    poolSizeW: number,
    poolSizeH: number,
    outW: number,
    outH: number,
    options: FractionalMaxPoolingOptions = {},
  ) {
    super("SpatialFractionalMaxPooling", [poolSizeH, poolSizeW], [outH, outW], options);
    this.poolSizeW = poolSizeW;
    this.poolSizeH = poolSizeH;
    this.outW = outW;
    this.outH = outH;
  }

  override toString(): string {
    const { outW, outH, poolSizeW, poolSizeH } = this;
    return `nn.${this.constructor.name}(${[outW, outH, poolSizeW, poolSizeH].join(",")})`;
  }
}
