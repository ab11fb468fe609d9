import { MaxPooling } from "./MaxPooling.ts";

/**
 * The largest element of each window of a volume:
 * y[c, q, r, s] = max x[c, q·dT − padT + t, r·dH − padH + h, s·dW − padW + v] over t < kT, h < kH, v < kW. Torch's
 * `nn.VolumetricMaxPooling`.
 *
 * Shapes: `[C, T, H, W] → [C, oT, oH, oW]`, `[N, C, T, H, W] → [N, C, oT, oH, oW]` with oT = ⌊(T + 2·padT − kT)/dT⌋ + 1, oH
 * and oW likewise; all else as in SpatialMaxPooling. `indices` are positions (t·H + h)·W + w in the plane.
 *
 * @example
 * ```ts
 * import { VolumetricMaxPooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new VolumetricMaxPooling(2, 2, 1);
 * console.log(pooling.forward(range(1, 8).view(1, 2, 1, 4)).view(2).toArray()); // [ 6, 8 ]
 * console.log(pooling.indices.view(2).toArray()); // [ 5, 7 ]
 * console.log(String(pooling)); // nn.VolumetricMaxPooling(2x2x1, 2,2,1)
 * ```
 */
export class VolumetricMaxPooling extends MaxPooling {
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
   * @throws ArgumentError for sizes or strides below 1, and for paddings below 0 or above half the kernel
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
  ) {
    super({ kernel: [kT, kH, kW], stride: [dT, dH, dW], pad: [padT, padH, padW], dilation: [1, 1, 1] });
  }
}
