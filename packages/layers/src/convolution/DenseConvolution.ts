import type { WindowSettings } from "../windows/Windows.ts";
import { type ConvolutionOptions, checkChannels } from "./Convolution.ts";
import { PlaneConvolution } from "./PlaneConvolution.ts";
import { ConvolutionProducts } from "./products/ConvolutionProducts.ts";

/** A convolution in which every plane of the output comes from all planes of the input. */
export abstract class DenseConvolution extends PlaneConvolution {
  /** @throws ArgumentError for planes, kernels, strides or dilations below 1, paddings below 0, and unknown options */
  constructor(nInputPlane: number, nOutputPlane: number, settings: WindowSettings, options: ConvolutionOptions) {
    checkChannels(new.target.name, "planes", nInputPlane, nOutputPlane);
    const { kernel } = settings;
    super(
      nInputPlane,
      nOutputPlane,
      settings,
      {
        weight: [nOutputPlane, nInputPlane, ...kernel],
        bias: [nOutputPlane],
        terms: kernel.reduce((product, extent) => product * extent, nInputPlane),
        products: (windows) => new ConvolutionProducts(windows, nInputPlane, nOutputPlane),
      },
      options,
    );
  }
}
