import { FeatureDropout } from "./FeatureDropout.ts";

/**
 * Drops whole feature maps of volumes or videos with probability p. Torch's `nn.VolumetricDropout`.
 *
 * In training y = x∘mask and dx = dy∘mask, with one mask element for each map, 0 with probability p, else 1; in evaluation
 * y = (1 − p)·x. Unlike `Dropout`, it does not scale in training; there is no backward in evaluation. One random word for
 * each map, in row-major order.
 *
 * Shapes: `[C, T, H, W]` or `[N, C, T, H, W]`, and the output alike.
 *
 * @example
 * ```ts
 * import { VolumetricDropout } from "@rushlight/layers";
 * import { manualSeed, ones } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const dropout = new VolumetricDropout(0.5);
 * console.log(dropout.forward(ones(4, 1, 1, 2)).view(4, 2).toArray()); // [ [ 1, 1 ], [ 0, 0 ], [ 0, 0 ], [ 0, 0 ] ]
 * console.log(dropout.evaluate().forward(ones(4, 1, 1, 2)).max()); // 0.5
 * ```
 */
export class VolumetricDropout extends FeatureDropout {
  protected override readonly sampleSize: readonly string[] = ["C", "T", "H", "W"];
}
