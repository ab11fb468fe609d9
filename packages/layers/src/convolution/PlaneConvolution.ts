import type { Size } from "@rushlight/tensor";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import type { WindowSettings } from "../windows/Windows.ts";
import { Convolution, type ConvolutionForm, type ConvolutionOptions } from "./Convolution.ts";

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

  override toString(): string {
    const { kernel, stride, pad } = this.settings;
    const padded = pad.some((each) => each !== 0);
    const strided = padded || stride.some((each) => each !== 1);
    const numbers = [
      inTorchOrder(kernel).join("x"),
      ...(strided ? [inTorchOrder(stride).join(",")] : []),
      ...(padded ? [inTorchOrder(pad).join(",")] : []),
      ...this.printedExtras.map((extra) => extra.join(",")),
    ];
    const { name } = this.constructor;
    const bias = this.bias === undefined ? " without bias" : "";
    return `nn.${name}(${this.nInputPlane} -> ${this.nOutputPlane}, ${numbers.join(", ")})${bias}`;
  }
}
