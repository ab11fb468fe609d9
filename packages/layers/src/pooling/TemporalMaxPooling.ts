import { MaxPooling } from "./MaxPooling.ts";

/**
 * The largest element of each feature in each window of a sequence: y[o, f] = max x[o·dW + t, f] over t < kW. Torch's
 * `nn.TemporalMaxPooling`.
 *
 * Shapes: `[T, F] → [oT, F]`, `[N, T, F] → [N, oT, F]` with oT = ⌊(T − kW)/dW⌋ + 1; after `ceil()` rounded up. `indices` are
 * positions t·F + f in the sample, so ⌊index / F⌋ is the frame.
 *
 * @example
 * ```ts
 * import { TemporalMaxPooling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pooling = new TemporalMaxPooling(2, 1);
 * console.log(pooling.forward(tensor([[1, 9], [5, 8], [3, 7]])).toArray()); // [ [ 5, 9 ], [ 5, 8 ] ]
 * console.log(pooling.indices.toArray()); // [ [ 2, 1 ], [ 2, 3 ] ]
 * ```
 */
export class TemporalMaxPooling extends MaxPooling {
  /**
   * @param kW the frames of a window
   * @param dW how many frames windows are apart; kW when left out
   * @throws ArgumentError for sizes or strides below 1
   */
  constructor(kW: number, dW: number = kW) {
    super({ kernel: [kW], stride: [dW], pad: [0], dilation: [1] }, "frames");
  }

  override toString(): string {
    return `nn.${this.constructor.name}`;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.kW}, ${this.dW})`;
  }
}
