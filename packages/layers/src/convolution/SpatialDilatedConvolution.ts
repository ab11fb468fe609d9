import type { Size } from "@rushlight/tensor";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { DenseConvolution } from "./DenseConvolution.ts";

/**
 * A convolution over images whose kernels have holes: their positions are dilationW and dilationH apart. Torch's
 * `nn.SpatialDilatedConvolution`.
 *
 * Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]` with
 * oH = ⌊(H + 2·padH − dilationH·(kH − 1) − 1)/dH⌋ + 1 and oW likewise; all else as in SpatialConvolution.
 *
 * @example
 * ```ts
 * import { SpatialDilatedConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new SpatialDilatedConvolution(1, 2, 3, 3, 1, 1, 0, 0, 2, 2);
 * console.log(convolution.forward(randn(1, 9, 9)).size()); // [ 2, 5, 5 ]
 * console.log(String(convolution)); // nn.SpatialDilatedConvolution(1 -> 2, 3x3, 2,2)
 * ```
 */
export class SpatialDilatedConvolution extends DenseConvolution {
  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padW the columns of zeros on either side; 0 when left out
   * @param padH the rows of zeros above and below; padW when left out
   * @param dilationW how far apart the positions of a kernel are in a row; 1 when left out
   * @param dilationH how far apart the rows of a kernel are; 1 when left out
   * @throws ArgumentError for planes, kernels, strides or dilations below 1, paddings below 0, and options that do not exist
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
    dilationW = 1,
    dilationH = 1,
    options: ConvolutionOptions = {},
  ) {
    const settings = {
      kernel: [kH, kW],
      stride: [dH, dW],
      pad: [padH, padW],
      dilation: [dilationH, dilationW],
    };
    super(nInputPlane, nOutputPlane, settings, options);
  }

  protected override get printedExtras(): readonly Size[] {
    return [inTorchOrder(this.settings.dilation)];
  }
}
