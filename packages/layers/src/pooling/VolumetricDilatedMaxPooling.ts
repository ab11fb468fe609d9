import { MaxPooling } from "./MaxPooling.ts";

/**
 * The largest element of each window of a volume, with windows whose elements are dilationT, dilationW and dilationH apart.
 * Torch's `nn.VolumetricDilatedMaxPooling`.
 *
 * Shapes: `[C, T, H, W] → [C, oT, oH, oW]`, `[N, C, T, H, W] → [N, C, oT, oH, oW]` with
 * oT = ⌊(T + 2·padT − dilationT·(kT − 1) − 1)/dT⌋ + 1, oH and oW likewise; all else as in VolumetricMaxPooling.
 *
 * @example
 * ```ts
 * import { VolumetricDilatedMaxPooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new VolumetricDilatedMaxPooling(2, 1, 1, 1, 1, 1, 0, 0, 0, 2, 1, 1);
 * console.log(pooling.forward(range(1, 4).view(1, 4, 1, 1)).view(2).toArray()); // [ 3, 4 ]
 * console.log(String(pooling)); // nn.VolumetricDilatedMaxPooling(2x1x1, 1,1,1, 2,1,1)
 * ```
 */
export class VolumetricDilatedMaxPooling extends MaxPooling {
  /**
   * @param kT the frames of a window
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dT how many frames windows are apart; kT when left out
   * @param dW how far apart windows are in a row; kW when left out
   * @param dH how far apart rows of windows are; kH when left out
   * @param padT the frames of padding before and behind, at most half of kT; 0 when left out
   * @param padW the padding on either side, at most half of kW; 0 when left out
   * @param padH the padding above and below, at most half of kH; 0 when left out
   * @param dilationT how many frames the elements of a window are apart; 1 when left out
   * @param dilationW how far apart the elements of a window are in a row; 1 when left out
   * @param dilationH how far apart the rows of a window are; 1 when left out
   * @throws ArgumentError for sizes, strides or dilations below 1, and for paddings below 0 or above half the kernel
   */
  constructor(
    kT: number,
    kW: number,
    kH: number,
    dT: number = kT,
    dW: number = kW,
    dH: number = kH,
    padT = 0,
    padW = 0,
    padH = 0,
    dilationT = 1,
    dilationW = 1,
    dilationH = 1,
  ) {
    super({
      kernel: [kT, kH, kW],
      stride: [dT, dH, dW],
      pad: [padT, padH, padW],
      dilation: [dilationT, dilationH, dilationW],
    });
  }

  protected override get printsDilation(): boolean {
    return true;
  }
}
