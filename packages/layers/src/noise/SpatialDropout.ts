import { FeatureDropout } from "./FeatureDropout.ts";

/**
 * Drops whole feature maps of images with probability p. Torch's `nn.SpatialDropout`.
 *
 * In training y = x∘mask and dx = dy∘mask, with one mask element for each map, 0 with probability p, else 1; in evaluation
 * y = (1 − p)·x. Unlike `Dropout`, it does not scale in training; there is no backward in evaluation. One random word for
 * each map, in row-major order.
 *
 * Shapes: `[C, H, W]` or `[N, C, H, W]`, and the output alike.
 *
 * Source: J. Tompson et al., "Efficient object localization using convolutional networks", 2015.
 *
 * @example
 * ```ts
 * import { SpatialDropout } from "@rushlight/layers";
 * import { manualSeed, ones } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const dropout = new SpatialDropout(0.5);
 * console.log(dropout.forward(ones(4, 1, 2)).view(4, 2).toArray()); // [ [ 1, 1 ], [ 0, 0 ], [ 0, 0 ], [ 0, 0 ] ]
 * console.log(dropout.evaluate().forward(ones(4, 1, 2)).max()); // 0.5
 * ```
 */
export class SpatialDropout extends FeatureDropout {
  protected override readonly sampleSize: readonly string[] = ["C", "H", "W"];
}
