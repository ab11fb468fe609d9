import { backend, type Tensor } from "@rushlight/tensor";
import { floatsOf } from "../dense/floats.ts";
import { checkWhole } from "../reshape/checks.ts";
import { AdaptiveWindows } from "../windows/AdaptiveWindows.ts";
import { GivenPooling } from "./GivenPooling.ts";

/**
 * The mean of each of outW×outH windows that share out an image of any size. Torch's `nn.SpatialAdaptiveAveragePooling`.
 *
 * Shapes: `[C, H, W] → [C, outH, outW]`, `[N, C, H, W] → [N, C, outH, outW]`. Row r of windows reaches from ⌊r/outH·H⌋ up to,
 * and not including, ⌈(r + 1)/outH·H⌉, and columns likewise: neighbours may share elements. As in Torch7, quotient and product
 * are rounded to float32, which can make a window one element longer. With 1 and 1 it is the mean of each plane. Each element
 * gets dy over the size of the window from each window that it is in.
 *
 * @example
 * ```ts
 * import { SpatialAdaptiveAveragePooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new SpatialAdaptiveAveragePooling(2, 1);
 * console.log(pooling.forward(range(1, 6).view(1, 2, 3)).toArray()); // [ [ [ 3, 4 ] ] ]
 * console.log(pooling.forward(range(1, 8).view(1, 1, 8)).toArray()); // [ [ [ 2.5, 6.5 ] ] ]
 * ```
 */
export class SpatialAdaptiveAveragePooling extends GivenPooling {
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
    checkWhole("SpatialAdaptiveAveragePooling", "an output width", W, 1);
    checkWhole("SpatialAdaptiveAveragePooling", "an output height", H, 1);
    super(new AdaptiveWindows([H, W]));
    this.W = W;
    this.H = H;
  }

  override updateOutput(input: Tensor): Tensor {
    this.fitForward(input);
    const { output, given } = this;
    const x = this.contiguousInput(input);
    backend().windows.averagePoolWithin(
      given,
      this.planesOf(input),
      given.bounds.storage().data,
      given.bounds.storageOffset(),
      given.boundsStep,
      floatsOf(this, "input", x),
      x.storageOffset(),
      floatsOf(this, "output", output),
      output.storageOffset(),
    );
    return output;
  }

  override updateGradInput(input: Tensor, gradOutput: Tensor): Tensor {
    this.fitBackward(input, gradOutput, this.channelsOf(input));
    const { gradInput, given } = this;
    const gradY = this.contiguousGradOutput(gradOutput);
    gradInput.resizeAs(input).zero();
    backend().windows.averagePoolWithinGradient(
      given,
      this.planesOf(input),
      given.bounds.storage().data,
      given.bounds.storageOffset(),
      given.boundsStep,
      floatsOf(this, "gradOutput", gradY),
      gradY.storageOffset(),
      floatsOf(this, "gradInput", gradInput),
      gradInput.storageOffset(),
    );
    return gradInput;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.W}x${this.H})`;
  }
}
