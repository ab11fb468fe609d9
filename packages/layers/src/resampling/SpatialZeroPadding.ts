import type { Sampler } from "./Sampler.ts";
import { SpatialPadding } from "./SpatialPadding.ts";
import { ZeroBorder } from "./ZeroBorder.ts";

/**
 * An image with a border of zeros: y[c, i, j] = x[c, i − t, j − l], and 0 outside of x. Torch's `nn.SpatialZeroPadding`.
 *
 * Shapes: `[C, H, W] → [C, H + t + b, W + l + r]`, `[N, C, H, W] → [N, C, H + t + b, W + l + r]`. Numbers below 0 leave out
 * rows or columns. dx is the part of dy that comes from x, and 0 for what was left out.
 *
 * @example
 * ```ts
 * import { SpatialZeroPadding } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const padding = new SpatialZeroPadding(1, 2, 0, 1);
 * console.log(padding.forward(tensor([[[1, 2]]])).toArray()); // [ [ [ 0, 1, 2, 0, 0 ], [ 0, 0, 0, 0, 0 ] ] ]
 * console.log(String(padding)); // nn.SpatialZeroPadding(l=1, r=2, t=0, b=1)
 * ```
 */
export class SpatialZeroPadding extends SpatialPadding {
  protected override readonly border: Sampler = new ZeroBorder(this.ends);
}
