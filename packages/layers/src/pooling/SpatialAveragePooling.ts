import { AveragePooling } from "./AveragePooling.ts";

/**
 * The mean of each window of an image: y[c, r, s] = Σₕ Σᵥ x[c, r·dH − padH + h, s·dW − padW + v] / n. Torch's
 * `nn.SpatialAveragePooling`.
 *
 * Shapes: `[C, H, W] → [C, oH, oW]`, `[N, C, H, W] → [N, C, oH, oW]` with oH = ⌊(H + 2·padH − kH)/dH⌋ + 1 and oW likewise;
 * after `ceil()` rounded up. A last window that would begin behind the input and its left padding is left out. n counts
 * the elements of the window in the input and its padding or, after `setCountExcludePad()`, in the input alone.
 *
 * @example
 * ```ts
 * import { SpatialAveragePooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new SpatialAveragePooling(2, 2, 2, 2);
 * console.log(pooling.forward(range(1, 12).view(1, 2, 6)).toArray()); // [ [ [ 4.5, 6.5, 8.5 ] ] ]
 * console.log(String(pooling)); // nn.SpatialAveragePooling(2x2, 2,2)
 * ```
 */
export class SpatialAveragePooling extends AveragePooling {
  /**
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padW the padding on either side, at most half of kW; 0 when left out
   * @param padH the padding above and below, at most half of kH; 0 when left out
   * @throws ArgumentError for sizes or strides below 1, and for paddings below 0 or above half the kernel
   */
  constructor(kW: number, kH: number, dW = 1, dH = 1, padW = 0, padH = 0) {
    super({ kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] });
  }
}
