import { CopiedBorder } from "./CopiedBorder.ts";
import { nearest } from "./nearest.ts";
import { PaddingLayer } from "./PaddingLayer.ts";
import type { Sampler } from "./Sampler.ts";

/**
 * A volume whose outermost elements are repeated around it: y[c, k, i, j] = x[c, k − front, i − top, j − left] with all
 * positions limited to those of x. Torch's `nn.VolumetricReplicationPadding`.
 *
 * Shapes: `[C, D, H, W] → [C, D + front + back, H + top + bottom, W + left + right]`, and likewise for a batch
 * `[N, C, D, H, W]`. Numbers below 0 leave out elements. dx is the sum of dy over all places that an element of x went to.
 *
 * @example
 * ```ts
 * import { VolumetricReplicationPadding } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const padding = new VolumetricReplicationPadding(1, 0, 0, 0, 0, 1);
 * console.log(padding.forward(tensor([[[[1, 2]]]])).view(2, 3).toArray()); // [ [ 1, 1, 2 ], [ 1, 1, 2 ] ]
 * ```
 */
export class VolumetricReplicationPadding extends PaddingLayer {
  protected override readonly inputFormat = "[C, D, H, W] or [N, C, D, H, W]";
  protected override readonly border: Sampler = new CopiedBorder(this.ends, nearest);

  /**
   * @param left how many columns to add on the left; below 0, to leave out there
   * @param right how many on the right; left when left out
   * @param top how many rows on top; left when left out
   * @param bottom how many at the bottom; left when left out
   * @param front how many planes before the first; left when left out
   * @param back how many behind the last; left when left out
   * @throws ArgumentError for numbers that are not whole
   */
  constructor(
    left: number,
    right: number = left,
    top: number = left,
    bottom: number = left,
    front: number = left,
    back: number = left,
  ) {
    super([
      [front, back],
      [top, bottom],
      [left, right],
    ]);
  }

  protected override planeDimsOf(inputDims: number): number | undefined {
    return inputDims === 4 || inputDims === 5 ? 3 : undefined;
  }

  override toString(): string {
    const [[front, back], [top, bottom], [left, right]] = this.ends;
    return `nn.VolumetricReplicationPadding(left=${left}, right=${right}, top=${top}, bottom=${bottom}, front=${front}, back=${back})`;
  }
}
