import { elementCount, type Size } from "@rushlight/tensor";
import type { WindowSettings } from "../windows/Windows.ts";
import { type ConvolutionOptions, checkChannels } from "./ConvolutionLayer.ts";
import { PlaneConvolution } from "./PlaneConvolution.ts";
import { ConvolutionProducts } from "./products/ConvolutionProducts.ts";

/** A convolution in which every plane of the output comes from all planes of the input. */
export abstract class DenseConvolution extends PlaneConvolution {
  /**
   * @param weight the size of the weights, `[outputs, inputs, ...kernel]` when left out
   * @throws ArgumentError for planes, kernels, strides or dilations below 1, paddings below 0, and unknown options
   */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    settings: WindowSettings,
    options: ConvolutionOptions,
    weight: Size = [nOutputPlane, nInputPlane, ...settings.kernel],
  ) {
    checkChannels(new.target.name, "planes", nInputPlane, nOutputPlane);
    super(
      nInputPlane,
      nOutputPlane,
      settings,
      {
        weight,
        bias: [nOutputPlane],
        terms: nInputPlane * elementCount(settings.kernel),
        products: (windows) => new ConvolutionProducts(windows, nInputPlane, nOutputPlane),
      },
      options,
    );
  }
}
