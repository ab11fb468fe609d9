import type { Size } from "@rushlight/tensor";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { DenseConvolution } from "./DenseConvolution.ts";

/**
 * A convolution over volumes whose kernels have holes: their positions are dilationT, dilationW and dilationH apart. Torch's
 * `nn.VolumetricDilatedConvolution`.
 *
 * Shapes: `[C, T, H, W] → [O, oT, oH, oW]`, `[N, C, T, H, W] → [N, O, oT, oH, oW]` with
 * oT = ⌊(T + 2·padT − dilationT·(kT − 1) − 1)/dT⌋ + 1, oH and oW likewise; all else as in VolumetricConvolution.
 *
 * @example
 * ```ts
 * import { VolumetricDilatedConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new VolumetricDilatedConvolution(1, 2, 2, 3, 3, 1, 1, 1, 0, 0, 0, 1, 2, 2);
 * console.log(convolution.forward(randn(1, 4, 9, 9)).size()); // [ 2, 3, 5, 5 ]
 * console.log(String(convolution)); // nn.VolumetricDilatedConvolution(1 -> 2, 2x3x3, 1,2,2)
 * ```
 */
export class VolumetricDilatedConvolution extends DenseConvolution {
  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param kT the frames of the kernel
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dT how many frames windows are apart; 1 when left out
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padT the frames of zeros before and behind; 0 when left out
   * @param padW the columns of zeros on either side; padT when left out
   * @param padH the rows of zeros above and below; padW when left out
   * @param dilationT how many frames the positions of a kernel are apart; 1 when left out
   * @param dilationW how far apart the positions of a kernel are in a row; 1 when left out
   * @param dilationH how far apart the rows of a kernel are; 1 when left out
   * @throws ArgumentError for planes, kernels, strides or dilations below 1, paddings below 0, and options that do not exist
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    kT: number,
    kW: number,
    kH: number,
    dT = 1,
    dW = 1,
    dH = 1,
    padT = 0,
    padW: number = padT,
    padH: number = padW,
    dilationT = 1,
    dilationW = 1,
    dilationH = 1,
    options: ConvolutionOptions = {},
  ) {
    const settings = {
      kernel: [kT, kH, kW],
      stride: [dT, dH, dW],
      pad: [padT, padH, padW],
      dilation: [dilationT, dilationH, dilationW],
    };
    super(nInputPlane, nOutputPlane, settings, options);
  }

  protected override get printedExtras(): readonly Size[] {
    return [inTorchOrder(this.settings.dilation)];
  }
}
