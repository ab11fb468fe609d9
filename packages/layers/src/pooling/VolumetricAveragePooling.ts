import { AveragePooling } from "./AveragePooling.ts";

/**
 * The mean of each window of a volume: y[c, q, r, s] = Σₜ Σₕ Σᵥ x[c, q·dT + t, r·dH + h, s·dW + v] / n. Torch's
 * `nn.VolumetricAveragePooling`.
 *
 * Shapes: `[C, T, H, W] → [C, oT, oH, oW]`, `[N, C, T, H, W] → [N, C, oT, oH, oW]` with oT = ⌊(T − kT)/dT⌋ + 1, oH and oW
 * likewise; after `ceil()` rounded up. n counts the elements of the window that are in the input: kT·kW·kH but for what is
 * left over at the end.
 *
 * @example
 * ```ts
 * import { VolumetricAveragePooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new VolumetricAveragePooling(2, 2, 1);
 * console.log(pooling.forward(range(1, 8).view(1, 2, 1, 4)).view(2).toArray()); // [ 3.5, 5.5 ]
 * console.log(String(pooling)); // nn.VolumetricAveragePooling(2,2,1,2,2,1)
 * ```
 */
export class VolumetricAveragePooling extends AveragePooling {
  /**
   * @param kT the frames of a window
   * @param kW the width of a window
   * @param kH the height of a window
   * @param dT how many frames windows are apart; kT when left out
   * @param dW how far apart windows are in a row; kW when left out
   * @param dH how far apart rows of windows are; kH when left out
   * @throws ArgumentError for sizes or strides below 1
   */
  constructor(kT: number, kW: number, kH: number, dT: number = kT, dW: number = kW, dH: number = kH) {
    super({ kernel: [kT, kH, kW], stride: [dT, dH, dW], pad: [0, 0, 0], dilation: [1, 1, 1] });
  }

  override toString(): string {
    const { kT, kW, kH, dT, dW, dH } = this;
    return `nn.${this.constructor.name}(${[kT, kW, kH, dT, dW, dH].join(",")})`;
  }
}
