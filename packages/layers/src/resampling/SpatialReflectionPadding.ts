import { inputSizeError } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { CopiedBorder } from "./CopiedBorder.ts";
import { reflected } from "./reflected.ts";
import type { Sampler } from "./Sampler.ts";
import { SpatialPadding } from "./SpatialPadding.ts";

/**
 * An image mirrored at its outermost elements, which are not repeated: y[c, i, j] = x[c, |i − t|, |j − l|], counted back
 * from the end behind the last row and column. Torch's `nn.SpatialReflectionPadding`.
 *
 * Shapes: `[C, H, W] → [C, H + t + b, W + l + r]`, `[N, C, H, W] → [N, C, H + t + b, W + l + r]`, with t and b below H, l and r
 * below W. Numbers below 0 leave out rows or columns. dx is the sum of dy over all places that an element of x went to.
 *
 * @example
 * ```ts
 * import { SpatialReflectionPadding } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const padding = new SpatialReflectionPadding(2, 1, 0, 0);
 * console.log(padding.forward(tensor([[[1, 2, 3]]])).toArray()); // [ [ [ 3, 2, 1, 2, 3, 2 ] ] ]
 * ```
 */
export class SpatialReflectionPadding extends SpatialPadding {
  protected override readonly border: Sampler = new CopiedBorder(this.ends, reflected);

  protected override checkInput(input: Tensor): void {
    const { padL, padR, padT, padB } = this;
    if (Math.max(padT, padB) < input.size(-2) && Math.max(padL, padR) < input.size(-1)) return;
    throw inputSizeError(this, "an image with more rows and columns than are mirrored at one side", input);
  }
}
