import { BatchNormalization } from "./BatchNormalization.ts";

/**
 * Batch normalisation of images: a plane is a feature, and its mean and variance are over all pixels of all images. Torch's
 * `nn.SpatialBatchNormalization`.
 *
 * Shapes: `[N, C, H, W] → [N, C, H, W]`; in evaluation `[C, H, W] → [C, H, W]` too; all else as in BatchNormalization.
 *
 * @example
 * ```ts
 * import { SpatialBatchNormalization } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const normalization = new SpatialBatchNormalization(3, 1e-5, 0.1, { affine: false });
 * const y = normalization.forward(randn(8, 3, 5, 5).mul(4).add(7));
 * console.log(y.mean().toFixed(4), y.std().toFixed(2)); // 0.0000 1.00
 * console.log(String(normalization)); // nn.SpatialBatchNormalization (4D) (3)
 * ```
 */
export class SpatialBatchNormalization extends BatchNormalization {
  protected override get nDim(): number {
    return 4;
  }
}
