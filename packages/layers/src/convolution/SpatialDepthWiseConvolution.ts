import { type ConvolutionOptions, checkChannels } from "./ConvolutionLayer.ts";
import { PlaneConvolution } from "./PlaneConvolution.ts";
import { GroupedProducts } from "./products/GroupedProducts.ts";

/**
 * A convolution over images that does not mix planes: each plane gives so many planes of the output. Torch's
 * `nn.SpatialDepthWiseConvolution`.
 *
 * y[i·M + o, r, s] = b[o, i] + Σₕ Σᵥ w[o, i, h, v] · x[i, r·dH − padH + h, s·dW − padW + v], where M is the multiplier. The
 * gradients are those of SpatialConvolution, within each plane.
 *
 * Shapes: `[C, H, W] → [C·M, oH, oW]`, `[N, C, H, W] → [N, C·M, oH, oW]` with oH = ⌊(H + 2·padH − kH)/dH⌋ + 1 and oW
 * likewise; `weight` is `[M, C, kH, kW]`, `bias` `[M, C]`. Both are drawn uniform from ±1/√(kW·kH·C), weight first.
 *
 * @example
 * ```ts
 * import { SpatialDepthWiseConvolution } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const convolution = new SpatialDepthWiseConvolution(3, 2, 5, 5, 1, 1, 2);
 * console.log(convolution.weight.size()); // [ 2, 3, 5, 5 ]
 * console.log(convolution.forward(randn(3, 28, 20)).size()); // [ 6, 28, 20 ]
 * console.log(String(convolution)); // nn.SpatialDepthWiseConvolution(3 -> 2, 5x5, 1,1, 2,2)
 * ```
 */
export class SpatialDepthWiseConvolution extends PlaneConvolution {
  /** The planes of the output for each of the input. */
  readonly depthwiseMultiplier: number;

  /**
   * @param nInputPlane C, at least 1
   * @param depthwiseMultiplier M, at least 1
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
    depthwiseMultiplier: number,
    kW: number,
    kH: number,
    dW = 1,
    dH = 1,
    padW = 0,
    padH: number = padW,
    options: ConvolutionOptions = {},
  ) {
    checkChannels("SpatialDepthWiseConvolution", "planes", nInputPlane, depthwiseMultiplier);
    super(
      nInputPlane,
      nInputPlane * depthwiseMultiplier,
      { kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] },
      {
        weight: [depthwiseMultiplier, nInputPlane, kH, kW],
        bias: [depthwiseMultiplier, nInputPlane],
        terms: nInputPlane * kH * kW,
        products: (windows) => new GroupedProducts(windows, nInputPlane, depthwiseMultiplier),
      },
      options,
    );
    this.depthwiseMultiplier = depthwiseMultiplier;
  }

  protected override get printed(): readonly string[] {
    return [`${this.nInputPlane} -> ${this.depthwiseMultiplier}`, ...this.printedWindows()];
  }
}
