import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { FullConvolution } from "./FullConvolution.ts";

/**
 * A convolution over images the other way round, also called transposed or, wrongly, deconvolution: every pixel gives a window
 * of the output, and windows that overlap add up. Torch's `nn.SpatialFullConvolution`.
 *
 * y[o, r·dH − padH + h, s·dW − padW + v] = b[o] + Σ w[i, o, h, v] · x[i, r, s] over all pixels and positions that meet there.
 * The gradient dx is the convolution of dy with the weights, dw[i, o, h, v] += Σ x[i, r, s]·dy[o, r·dH − padH + h,
 * s·dW − padW + v], db[o] += Σ dy[o].
 *
 * Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]` with oH = (H − 1)·dH − 2·padH + kH + adjH and oW
 * likewise; `weight` is `[C, O, kH, kW]`, `bias` `[O]`. Both are drawn uniform from ±1/√(kW·kH·C), weight first.
 *
 * With a stride, images of several sizes are convolved to one size: adjW and adjH say which one to go back to. Given a table
 * `[x, target]` they are computed from the last two extents of the target, as (extent + 2·pad − kernel) mod stride; `gradInput`
 * is then a table too, with zeros for the target.
 *
 * @example
 * ```ts
 * import { SpatialFullConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const full = new SpatialFullConvolution(8, 3, 3, 3, 2, 2, 1, 1);
 * const x = randn(2, 8, 5, 5);
 * console.log(full.forward(x).size()); // [ 2, 3, 9, 9 ]
 * console.log(full.forward([x, randn(2, 3, 10, 9)]).size()); // [ 2, 3, 10, 9 ]
 * console.log(String(full)); // nn.SpatialFullConvolution(8 -> 3, 3x3, 2,2, 1,1)
 * ```
 */
export class SpatialFullConvolution extends FullConvolution {
  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padW the columns that are left out on either side; 0 when left out
   * @param padH the rows that are left out above and below; 0 when left out
   * @param adjW the columns that are added, at most dW − 1; 0 when left out
   * @param adjH the rows that are added, at most dH − 1; 0 when left out
   * @throws ArgumentError for planes, kernels or strides below 1, paddings below 0, adjustments that are not below the
   * stride, and options that do not exist
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    kW: number,
    kH: number,
    dW = 1,
    dH = 1,
    padW = 0,
    padH = 0,
    adjW = 0,
    adjH = 0,
    options: ConvolutionOptions = {},
  ) {
    const settings = { kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] };
    super(nInputPlane, nOutputPlane, settings, [adjH, adjW], options);
  }
}
