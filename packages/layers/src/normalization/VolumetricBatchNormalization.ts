import { BatchNormalization } from "./BatchNormalization.ts";

/**
 * Batch normalisation of volumes: a plane is a feature, and its mean and variance are over all voxels of all volumes. Torch's
 * `nn.VolumetricBatchNormalization`.
 *
 * Shapes: `[N, C, T, H, W] → [N, C, T, H, W]`; in evaluation `[C, T, H, W] → [C, T, H, W]` too; all else as in
 * BatchNormalization.
 *
 * @example
 * ```ts
 * import { VolumetricBatchNormalization } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const normalization = new VolumetricBatchNormalization(2);
 * console.log(normalization.forward(randn(2, 2, 3, 4, 5)).size()); // [ 2, 2, 3, 4, 5 ]
 * console.log(normalization.weight?.size()); // [ 2 ]
 * ```
 */
export class VolumetricBatchNormalization extends BatchNormalization {
  protected override get nDim(): number {
    return 5;
  }
}
