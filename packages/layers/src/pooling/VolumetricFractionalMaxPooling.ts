import { FractionalMaxPooling, type FractionalMaxPoolingOptions } from "./FractionalMaxPooling.ts";

/**
 * The largest element of each of outT×outW×outH windows of one size that are spread over a volume at random. Torch's
 * `nn.VolumetricFractionalMaxPooling`.
 *
 * Shapes: `[C, H, W, T] → [C, outH, outW, outT]`, `[N, C, H, W, T] → [N, C, outH, outW, outT]`: as in Torch7, and other than in
 * all other layers for volumes, time is the last dimension. Windows are placed, and sizes computed from ratios, as in
 * SpatialFractionalMaxPooling, with three numbers for each plane of each sample: for time, width, height. `indices` are
 * positions (h·W + w)·T + t in the plane.
 *
 * @example
 * ```ts
 * import { VolumetricFractionalMaxPooling } from "@rushlight/layers";
 * import { manualSeed, rand } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const pooling = new VolumetricFractionalMaxPooling(2, 2, 2, 0.5, 0.6, 0.5);
 * console.log(pooling.forward(rand(1, 4, 6, 8)).size()); // [ 1, 2, 3, 4 ]
 * ```
 */
export class VolumetricFractionalMaxPooling extends FractionalMaxPooling {
  /** The frames of a window. */
  readonly poolSizeT: number;
  /** The width of a window. */
  readonly poolSizeW: number;
  /** The height of a window. */
  readonly poolSizeH: number;
  /** The frames of the output, or their ratio to those of the input. */
  readonly outT: number;
  /** The width of the output, or its ratio to that of the input. */
  readonly outW: number;
  /** The height of the output, or its ratio to that of the input. */
  readonly outH: number;

  /**
   * @param poolSizeT the frames of a window, at least 2
   * @param poolSizeW the width of a window, at least 2
   * @param poolSizeH the height of a window, at least 2
   * @param outT the frames of the output, or below 1 their ratio to those of the input
   * @param outW the width of the output, or below 1 its ratio to that of the input
   * @param outH the height of the output, or below 1 its ratio to that of the input
   * @throws ArgumentError for windows below 2, outputs that are neither whole numbers from 1 nor ratios, and unknown options
   */
  constructor(
    poolSizeT: number,
    poolSizeW: number,
    poolSizeH: number,
    outT: number,
    outW: number,
    outH: number,
    options: FractionalMaxPoolingOptions = {},
  ) {
    super("VolumetricFractionalMaxPooling", [poolSizeH, poolSizeW, poolSizeT], [outH, outW, outT], options);
    this.poolSizeT = poolSizeT;
    this.poolSizeW = poolSizeW;
    this.poolSizeH = poolSizeH;
    this.outT = outT;
    this.outW = outW;
    this.outH = outH;
  }

  protected override sampleFormat(): string {
    return "C, H, W, T";
  }

  override toString(): string {
    const { outT, outW, outH, poolSizeT, poolSizeW, poolSizeH } = this;
    return `nn.${this.constructor.name}(${[outT, outW, outH, poolSizeT, poolSizeW, poolSizeH].join(",")})`;
  }
}
