import type { Size } from "@rushlight/tensor";
import type { WindowSettings } from "../windows/Windows.ts";
import { Convolution } from "./Convolution.ts";
import type { ConvolutionForm, ConvolutionOptions } from "./ConvolutionLayer.ts";

/** A convolution from planes to planes. */
export abstract class PlaneConvolution extends Convolution {
  /** The planes of a sample of the input. */
  readonly nInputPlane: number;
  /** The planes of a sample of the output. */
  readonly nOutputPlane: number;

  /** @throws ArgumentError for kernels, strides or dilations below 1, paddings below 0, and unknown options */
  constructor(
    nInputPlane: number,
    nOutputPlane: number,
    settings: WindowSettings,
    form: ConvolutionForm,
    options: ConvolutionOptions,
  ) {
    super(settings, form, options);
    this.nInputPlane = nInputPlane;
    this.nOutputPlane = nOutputPlane;
  }

  protected override get inputChannels(): number {
    return this.nInputPlane;
  }

  protected override get outputChannels(): number {
    return this.nOutputPlane;
  }

  /** What is printed behind stride and padding: lists of numbers in Torch's order. */
  protected get printedExtras(): readonly Size[] {
    return [];
  }

  protected override get printed(): readonly string[] {
    return [
      `${this.nInputPlane} -> ${this.nOutputPlane}`,
      ...this.printedWindows(),
      ...this.printedExtras.map((extra) => extra.join(",")),
    ];
  }
}
