import { emptied } from "@rushlight/module";
import { Tensor } from "@rushlight/tensor";
import { checkWhole } from "../reshape/checks.ts";
import { inTorchOrder } from "../windows/inTorchOrder.ts";
import { KernelLayer } from "../windows/KernelLayer.ts";
import type { WindowRounding } from "../windows/Windows.ts";
import { checkPower, lpNormsGradientInto, lpNormsInto } from "./lpNorms.ts";

/**
 * The Lp norm of each window of an image: y[c, r, s] = (Σₕ Σᵥ x[c, r·dH + h, s·dW + v]ᵖ)^(1/p). Torch's
 * `nn.SpatialLPPooling`.
 *
 * Shapes: `[nInputPlane, H, W] → [nInputPlane, oH, oW]`, `[N, nInputPlane, H, W] → [N, nInputPlane, oH, oW]` with
 * oH = ⌊(H − kH)/dH⌋ + 1 and oW likewise; what is left over at the end is ignored. No magnitudes are taken: unless p is even,
 * it is for elements that are not below 0.
 *
 * Gradient: dx = Σ dy·(x/y)ᵖ⁻¹ over the windows that an element is in; those whose norm is 0 give nothing, unless p is 1:
 * then dx = Σ dy. With p below 1 it is not finite where an element is 0.
 *
 * @example
 * ```ts
 * import { SpatialLPPooling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pooling = new SpatialLPPooling(1, 2, 2, 1);
 * console.log(pooling.forward(tensor([[[3, 4, -5, 12]]])).toArray()); // [ [ [ 5, 13 ] ] ]
 * console.log(String(pooling)); // nn.SpatialLPPooling(1, 2, 2x1, 2,1)
 * ```
 */
export class SpatialLPPooling extends KernelLayer {
  /** The planes of a sample. */
  readonly nInputPlane: number;
  /** The p of the norm. */
  readonly pnorm: number;
  protected override readonly rounding: WindowRounding = "whole";
  private scratch = new Tensor([], { resident: true });

  /**
   * @param nInputPlane the planes of a sample, at least 1
   * @param pnorm the p of the norm, above 0
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dW how far apart windows are in a row; kW when left out
   * @param dH how far apart rows of windows are; kH when left out
   * @throws ArgumentError for planes, sizes or strides below 1, and for another p
   */
  constructor(nInputPlane: number, pnorm: number, kW: number, kH: number, dW: number = kW, dH: number = kH) {
    super({ kernel: [kH, kW], stride: [dH, dW], pad: [0, 0], dilation: [1, 1] });
    this.nInputPlane = checkWhole(this.constructor.name, "a number of planes", nInputPlane, 1);
    this.pnorm = checkPower(this.constructor.name, pnorm);
  }

  protected override get inputChannels(): number {
    return this.nInputPlane;
  }

  override updateOutput(input: Tensor): Tensor {
    this.fitForward(input);
    const { output, pnorm, windows, scratch } = this;
    this.resizeToOutput(output, input, this.nInputPlane);
    lpNormsInto(this, pnorm, windows, this.planesOf(input), input, scratch, output);
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.nInputPlane);
    const { output, gradInput, pnorm, windows, scratch } = this;
    gradInput.resizeAs(input);
    lpNormsGradientInto(this, pnorm, windows, this.planesOf(input), input, output, gradOutput, scratch, gradInput);
    return gradInput;
  }

  override clearState(): this {
    this.scratch = emptied(this.scratch);
    return super.clearState();
  }

  override toString(): string {
    const { nInputPlane, pnorm, settings } = this;
    const windows = `${inTorchOrder(settings.kernel).join("x")}, ${inTorchOrder(settings.stride).join(",")}`;
    return `nn.${this.constructor.name}(${nInputPlane}, ${pnorm}, ${windows})`;
  }
}
