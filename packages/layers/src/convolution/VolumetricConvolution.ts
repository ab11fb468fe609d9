import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { DenseConvolution } from "./DenseConvolution.ts";

/**
 * A convolution over volumes, such as images that follow each other: y[o, q, r, s] = b[o] + Σᵢ Σₜ Σₕ Σᵥ w[o, i, t, h, v] ·
 * x[i, q·dT − padT + t, r·dH − padH + h, s·dW − padW + v]. Torch's `nn.VolumetricConvolution`.
 *
 * Shapes: `[C, T, H, W] → [O, oT, oH, oW]`, `[N, C, T, H, W] → [N, O, oT, oH, oW]` with
 * oT = ⌊(T + 2·padT − kT)/dT⌋ + 1, oH and oW likewise; `weight` is `[O, C, kT, kH, kW]`, `bias` `[O]`. Both are drawn
 * uniform from ±1/√(kT·kW·kH·C), weight first. The gradients are dx[i, p] = Σ w[o, i, k]·dy[o, q] over all windows q that
 * have p at their position k, dw[o, i, k] += Σ dy[o, q]·x[i, p] over the same, db[o] += Σ dy[o]. As in Torch the kernel is
 * not flipped, and widths come before heights.
 *
 * @example
 * ```ts
 * import { VolumetricConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new VolumetricConvolution(3, 8, 2, 5, 5, 1, 2, 2);
 * console.log(convolution.weight.size()); // [ 8, 3, 2, 5, 5 ]
 * console.log(convolution.forward(randn(3, 4, 15, 11)).size()); // [ 8, 3, 6, 4 ]
 * console.log(String(convolution)); // nn.VolumetricConvolution(3 -> 8, 2x5x5, 1,2,2)
 * ```
 */
export class VolumetricConvolution extends DenseConvolution {
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
   * @throws ArgumentError for planes, kernels or strides below 1, paddings below 0, and options that do not exist
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
    options: ConvolutionOptions = {},
  ) {
    const settings = {
      kernel: [kT, kH, kW],
      stride: [dT, dH, dW],
      pad: [padT, padH, padW],
      dilation: [1, 1, 1],
    };
    super(nInputPlane, nOutputPlane, settings, options);
  }
}
