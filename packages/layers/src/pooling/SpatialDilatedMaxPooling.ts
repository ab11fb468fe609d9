import { MaxPooling } from "./MaxPooling.ts";

/**
 * The largest element of each window of an image, with windows whose elements are dilationW and dilationH apart. Torch's
 * `nn.SpatialDilatedMaxPooling`.
 *
 * Shapes: `[C, H, W] → [C, oH, oW]`, `[N, C, H, W] → [N, C, oH, oW]` with
 * oH = ⌊(H + 2·padH − dilationH·(kH − 1) − 1)/dH⌋ + 1 and oW likewise; all else as in SpatialMaxPooling.
 *
 * @example
 * ```ts
 * import { SpatialDilatedMaxPooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new SpatialDilatedMaxPooling(2, 1, 1, 1, 0, 0, 2, 1);
 * console.log(pooling.forward(range(1, 5).view(1, 1, 5)).toArray()); // [ [ [ 3, 4, 5 ] ] ]
 * console.log(String(pooling)); // nn.SpatialDilatedMaxPooling(2x1, 1,1, 2,1)
 * ```
 */
export class SpatialDilatedMaxPooling extends MaxPooling {
  /**
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dW how far apart windows are in a row; kW when left out
   * @param dH how far apart rows of windows are; kH when left out
   * @param padW the padding on either side, at most half of kW; 0 when left out
   * @param padH the padding above and below, at most half of kH; 0 when left out
   * @param dilationW how far apart the elements of a window are in a row; 1 when left out
   * @param dilationH how far apart the rows of a window are; 1 when left out
   * @throws ArgumentError for sizes, strides or dilations below 1, and for paddings below 0 or above half the kernel
   */
  constructor(
    kW: number,
    kH: number,
    dW: number = kW,
    dH: number = kH,
    padW = 0,
    padH = 0,
    dilationW = 1,
    dilationH = 1,
  ) {
    super({ kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [dilationH, dilationW] });
  }

  protected override get printsDilation(): boolean {
    return true;
  }
}
