import { checkWhole } from "../reshape/checks.ts";
import { AdaptiveWindows } from "../windows/AdaptiveWindows.ts";
import { GivenMaxPooling } from "./GivenMaxPooling.ts";

/**
 * The largest element of each of outW×outH windows that share out an image of any size. Torch's
 * `nn.SpatialAdaptiveMaxPooling`.
 *
 * Shapes: `[C, H, W] → [C, outH, outW]`, `[N, C, H, W] → [N, C, outH, outW]`. Row r of windows reaches from ⌊r/outH·H⌋ up to,
 * and not including, ⌈(r + 1)/outH·H⌉, and columns likewise: neighbours may share elements. As in Torch7, quotient and product
 * are rounded to float32, which can make a window one element longer. `indices` tells where the largest elements were, as in
 * SpatialMaxPooling.
 *
 * @example
 * ```ts
 * import { SpatialAdaptiveMaxPooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new SpatialAdaptiveMaxPooling(2, 1);
 * console.log(pooling.forward(range(1, 6).view(1, 2, 3)).toArray()); // [ [ [ 5, 6 ] ] ]
 * console.log(pooling.forward(range(1, 8).view(1, 1, 8)).toArray()); // [ [ [ 4, 8 ] ] ]
 * ```
 */
export class SpatialAdaptiveMaxPooling extends GivenMaxPooling {
  /** The width of the output. */
  readonly W: number;
  /** The height of the output. */
  readonly H: number;

  /**
   * @param W the width of the output
   * @param H the height of the output
   * @throws ArgumentError for sizes below 1
   */
  constructor(W: number, H: number) {
    checkWhole("SpatialAdaptiveMaxPooling", "an output width", W, 1);
    checkWhole("SpatialAdaptiveMaxPooling", "an output height", H, 1);
    super(new AdaptiveWindows([H, W]));
    this.W = W;
    this.H = H;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.W}x${this.H})`;
  }
}
