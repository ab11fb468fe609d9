import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { DenseConvolution } from "./DenseConvolution.ts";

/**
 * A convolution over images: y[o, r, s] = b[o] + Σᵢ Σₕ Σᵥ w[o, i, h, v] · x[i, r·dH − padH + h, s·dW − padW + v]. Torch's
 * `nn.SpatialConvolution`.
 *
 * Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]` with
 * oH = ⌊(H + 2·padH − kH)/dH⌋ + 1 and oW likewise; `weight` is `[O, C, kH, kW]`, `bias` `[O]`. Both are drawn uniform from
 * ±1/√(kW·kH·C), weight first. Padding is 0. As in Torch the kernel is not flipped, and widths come before heights.
 *
 * @example
 * ```ts
 * import { SpatialConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new SpatialConvolution(3, 8, 5, 5, 1, 1, 2);
 * console.log(convolution.weight.size()); // [ 8, 3, 5, 5 ]
 * console.log(convolution.forward(randn(2, 3, 28, 20)).size()); // [ 2, 8, 28, 20 ]
 * console.log(String(convolution)); // nn.SpatialConvolution(3 -> 8, 5x5, 1,1, 2,2)
 * ```
 */
export class SpatialConvolution extends DenseConvolution {
  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padW the columns of zeros on either side; 0 when left out
   * @param padH the rows of zeros above and below; padW when left out
   * @throws ArgumentError for planes, kernels or strides below 1, paddings below 0, and options that do not exist
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    kW: number,
    kH: number,
    dW = 1,
    dH = 1,
    padW = 0,
    padH: number = padW,
    options: ConvolutionOptions = {},
  ) {
    const settings = { kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] };
    super(nInputPlane, nOutputPlane, settings, options);
  }
}
