import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { Windows } from "../windows/Windows.ts";
import { type ConvolutionOptions, checkChannels, isCount } from "./ConvolutionLayer.ts";
import { PlaneConvolution } from "./PlaneConvolution.ts";
import { LocalProducts } from "./products/LocalProducts.ts";

/**
 * A convolution over images of one size in which each position of the output has weights of its own. Torch's
 * `nn.SpatialConvolutionLocal`.
 *
 * y[o, r, s] = b[o, r, s] + Σᵢ Σₕ Σᵥ w[r, s, o, i, h, v] · x[i, r·dH − padH + h, s·dW − padW + v]. The gradients are those of
 * SpatialConvolution, but no sum runs over positions: dw[r, s, o, i, h, v] += dy[o, r, s]·x[i, …], db[o, r, s] += dy[o, r, s].
 *
 * Shapes: `[C, iH, iW] → [O, oH, oW]`, `[N, C, iH, iW] → [N, O, oH, oW]` with oH = ⌊(iH + 2·padH − kH)/dH⌋ + 1 and oW
 * likewise; `weight` is `[oH, oW, O, C, kH, kW]`, `bias` `[O, oH, oW]`. Both are drawn uniform from ±1/√(kW·kH·C), weight
 * first.
 *
 * @example
 * ```ts
 * import { SpatialConvolutionLocal } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const local = new SpatialConvolutionLocal(1, 4, 12, 8, 5, 5);
 * console.log(local.weight.size()); // [ 4, 8, 4, 1, 5, 5 ]
 * console.log(local.forward(randn(3, 1, 8, 12)).size()); // [ 3, 4, 4, 8 ]
 * console.log(String(local)); // nn.SpatialConvolutionLocal(1 -> 4, 12x8, 5x5)
 * ```
 */
export class SpatialConvolutionLocal extends PlaneConvolution {
  /** The width of an image. */
  readonly iW: number;
  /** The height of an image. */
  readonly iH: number;
  /** The width of the output. */
  readonly oW: number;
  /** The height of the output. */
  readonly oH: number;

  /**
   * @param nInputPlane C, at least 1
   * @param nOutputPlane O, at least 1
   * @param iW the width of an image
   * @param iH the height of an image
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @param padW the columns of zeros on either side; 0 when left out
   * @param padH the rows of zeros above and below; padW when left out
   * @throws ArgumentError for planes, extents, kernels or strides below 1, paddings below 0, images that no window fits, and
   * options that do not exist
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    iW: number,
    iH: number,
    kW: number,
    kH: number,
    dW = 1,
    dH = 1,
    padW = 0,
    padH: number = padW,
    options: ConvolutionOptions = {},
  ) {
    checkChannels("SpatialConvolutionLocal", "planes", nInputPlane, nOutputPlane);
    const windows = new Windows({ kernel: [kH, kW], stride: [dH, dW], pad: [padH, padW], dilation: [1, 1] });
    windows.fit(1, iH, iW, "whole");
    const { outputWidth: oW, outputHeight: oH } = windows;
    checkImages(iW, iH, oW, oH);
    super(
      nInputPlane,
      nOutputPlane,
      windows.settings,
      {
        weight: [oH, oW, nOutputPlane, nInputPlane, kH, kW],
        bias: [nOutputPlane, oH, oW],
        terms: nInputPlane * kH * kW,
        windows,
        products: () => new LocalProducts(windows, nInputPlane, nOutputPlane),
      },
      options,
    );
    this.iW = iW;
    this.iH = iH;
    this.oW = oW;
    this.oH = oH;
  }

  protected override takesSamplesOf(input: Tensor): boolean {
    return super.takesSamplesOf(input) && input.size(-1) === this.iW && input.size(-2) === this.iH;
  }

  protected override sampleFormat(): string {
    return `${this.nInputPlane}, ${this.iH}, ${this.iW}`;
  }

  protected override get printed(): readonly string[] {
    return [`${this.nInputPlane} -> ${this.nOutputPlane}`, `${this.iW}x${this.iH}`, ...this.printedWindows()];
  }
}

/** Settings that make no sense give no output that is too small, and are refused by themselves. */
function checkImages(iW: number, iH: number, oW: number, oH: number): void {
  if (!isCount(iW) || !isCount(iH)) {
    throw new ArgumentError(`SpatialConvolutionLocal: expected images of 1x1 or more, got ${iW}x${iH}`);
  }
  if (oW < 1 || oH < 1) {
    throw new ArgumentError(
      `SpatialConvolutionLocal: expected images with an output of 1x1 or more, computed ${oW}x${oH} for ${iW}x${iH}`,
    );
  }
}
