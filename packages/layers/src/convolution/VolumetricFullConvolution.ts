import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { FullConvolution } from "./FullConvolution.ts";

/**
 * A convolution over volumes the other way round: every position gives a window of the output, and windows that overlap add
 * up. Torch's `nn.VolumetricFullConvolution`.
 *
 * Shapes: `[C, T, H, W] → [O, oT, oH, oW]`, `[N, C, T, H, W] → [N, O, oT, oH, oW]` with
 * oT = (T − 1)·dT − 2·padT + kT + adjT, oH and oW likewise; `weight` is `[C, O, kT, kH, kW]`, `bias` `[O]`. Both are drawn
 * uniform from ±1/√(kT·kW·kH·C), weight first. All else as in SpatialFullConvolution, with one dimension more; a target
 * gives its last three extents.
 *
 * @example
 * ```ts
 * import { VolumetricFullConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const full = new VolumetricFullConvolution(4, 2, 2, 3, 3, 2, 2, 2, 0, 1, 1);
 * console.log(full.forward(randn(4, 3, 5, 6)).size()); // [ 2, 6, 9, 11 ]
 * console.log(String(full)); // nn.VolumetricFullConvolution(4 -> 2, 2x3x3, 2,2,2, 0,1,1)
 * ```
 */
export class VolumetricFullConvolution extends FullConvolution {
  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param kT the frames of the kernel
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dT how many frames windows are apart; 1 when left out
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padT the frames that are left out before and behind; 0 when left out
   * @param padW the columns that are left out on either side; 0 when left out
   * @param padH the rows that are left out above and below; 0 when left out
   * @param adjT the frames that are added, at most dT − 1; 0 when left out
   * @param adjW the columns that are added, at most dW − 1; 0 when left out
   * @param adjH the rows that are added, at most dH − 1; 0 when left out
   * @throws ArgumentError for planes, kernels or strides below 1, paddings below 0, adjustments that are not below the
   * stride, and options that do not exist
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
    padW = 0,
    padH = 0,
    adjT = 0,
    adjW = 0,
    adjH = 0,
    options: ConvolutionOptions = {},
  ) {
    const settings = {
      kernel: [kT, kH, kW],
      stride: [dT, dH, dW],
      pad: [padT, padH, padW],
      dilation: [1, 1, 1],
    };
    super(nInputPlane, nOutputPlane, settings, [adjT, adjH, adjW], options);
  }

  /** How many frames more than needed the output has, without a target. */
  get adjT(): number {
    return this.adjustment[0];
  }
}
