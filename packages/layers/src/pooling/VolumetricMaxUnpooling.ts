import { MaxUnpooling } from "./MaxUnpooling.ts";
import { VolumetricMaxPooling } from "./VolumetricMaxPooling.ts";

/**
 * The reverse of a max pooling of volumes: puts each element where the pooling found the largest element of its window, and 0
 * elsewhere. Torch's `nn.VolumetricMaxUnpooling`.
 *
 * Shapes: those of the pooling's last forward, output → input; all else as in SpatialMaxUnpooling.
 *
 * @example
 * ```ts
 * import { VolumetricMaxPooling, VolumetricMaxUnpooling } from "@rushlight/layers";
 * import { range } from "@rushlight/tensor";
 *
 * const pooling = new VolumetricMaxPooling(2, 2, 1);
 * const unpooling = new VolumetricMaxUnpooling(pooling);
 * const pooled = pooling.forward(range(1, 8).view(1, 2, 1, 4));
 * console.log(unpooling.forward(pooled).view(2, 4).toArray()); // [ [ 0, 0, 0, 0 ], [ 0, 6, 0, 8 ] ]
 * ```
 */
export class VolumetricMaxUnpooling extends MaxUnpooling<VolumetricMaxPooling> {
  /**
   * @param pooling the pooling to reverse, whose windows move by their own size
   * @throws ArgumentError for another pooling
   */
  constructor(pooling: VolumetricMaxPooling) {
    super(pooling, VolumetricMaxPooling, 3);
  }
}
