import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { DenseConvolution } from "./DenseConvolution.ts";

/**
 * A convolution over images whose weights are a matrix, one row for each plane of the output. Torch's
 * `nn.SpatialConvolutionMM`.
 *
 * It computes what SpatialConvolution computes. Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]`;
 * `weight` is `[O, C·kH·kW]`, `bias` `[O]`.
 *
 * @example
 * ```ts
 * import { SpatialConvolutionMM } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new SpatialConvolutionMM(3, 8, 5, 5, 1, 1, 2);
 * console.log(convolution.weight.size()); // [ 8, 75 ]
 * console.log(convolution.forward(randn(2, 3, 28, 20)).size()); // [ 2, 8, 28, 20 ]
 * ```
 */
export class SpatialConvolutionMM extends DenseConvolution {
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
    super(nInputPlane, nOutputPlane, settings, options, [nOutputPlane, nInputPlane * kH * kW]);
  }
}
