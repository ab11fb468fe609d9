import { MaxPooling } from "./MaxPooling.ts";

/**
 * The largest element of each window of an image: y[c, r, s] = max x[c, r·dH − padH + h, s·dW − padW + v] over h < kH, v < kW.
 * Torch's `nn.SpatialMaxPooling`.
 *
 * Shapes: `[C, H, W] → [C, oH, oW]`, `[N, C, H, W] → [N, C, oH, oW]` with oH = ⌊(H + 2·padH − kH)/dH⌋ + 1 and oW likewise;
 * after `ceil()` rounded up. A last window that would begin behind the input and its left padding is left out. Padding is
 * never the largest. `indices` tells where the largest elements were.
 *
 * @example
 * ```ts
 * import { SpatialMaxPooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new SpatialMaxPooling(2, 2);
 * console.log(pooling.forward(range(1, 12).view(1, 2, 6)).toArray()); // [ [ [ 8, 10, 12 ] ] ]
 * console.log(pooling.indices.toArray()); // [ [ [ 7, 9, 11 ] ] ]
 * console.log(String(pooling)); // nn.SpatialMaxPooling(2x2, 2,2)
 * ```
 */
export class SpatialMaxPooling extends MaxPooling {
  /**
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dW how far apart windows are in a row; kW when left out
   * @param dH how far apart rows of windows are; kH when left out
   * @param padW the padding on either side, at most half of kW; 0 when left out
   * @param padH the padding above and below, at most half of kH; 0 when left out
   * @throws ArgumentError for sizes or strides below 1, and for paddings below 0 or above half the kernel
   */
  constructor(kW: number, kH: number, dW: number = kW, dH: number = kH, padW = 0, padH = 0) {
    super({ kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] });
  }
}
