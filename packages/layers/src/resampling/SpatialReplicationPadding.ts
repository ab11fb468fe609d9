import { CopiedBorder } from "./CopiedBorder.ts";
import { nearest } from "./nearest.ts";
import type { Sampler } from "./Sampler.ts";
import { SpatialPadding } from "./SpatialPadding.ts";

/**
 * An image whose outermost elements are repeated around it: y[c, i, j] = x[c, i − t, j − l] with both positions limited to
 * those of x. Torch's `nn.SpatialReplicationPadding`.
 *
 * Shapes: `[C, H, W] → [C, H + t + b, W + l + r]`, `[N, C, H, W] → [N, C, H + t + b, W + l + r]`. Numbers below 0 leave out
 * rows or columns. dx is the sum of dy over all places that an element of x went to.
 *
 * @example
 * ```ts
 * import { SpatialReplicationPadding } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const padding = new SpatialReplicationPadding(2, 1, 0, 1);
 * console.log(padding.forward(tensor([[[1, 2]]])).toArray()); // [ [ [ 1, 1, 1, 2, 2 ], [ 1, 1, 1, 2, 2 ] ] ]
 * ```
 */
export class SpatialReplicationPadding extends SpatialPadding {
  protected override readonly border: Sampler = new CopiedBorder(this.ends, nearest);
}
