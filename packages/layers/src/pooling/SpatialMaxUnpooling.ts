import { MaxUnpooling } from "./MaxUnpooling.ts";
import { SpatialMaxPooling } from "./SpatialMaxPooling.ts";

/**
 * The reverse of a max pooling of images: puts each element where the pooling found the largest element of its window, and 0
 * elsewhere. Torch's `nn.SpatialMaxUnpooling`.
 *
 * Shapes: those of the pooling's last forward, output → input. Each element gets the dy of the place where it went. Where
 * that is, the pooling's `indices` say at the time of the call: run the pooling first, and keep both modules in one network,
 * so that copies of it hold copies that belong together.
 *
 * Source: M. Zeiler and R. Fergus, "Visualizing and understanding convolutional networks", 2014.
 *
 * @example
 * ```ts
 * import { SpatialMaxPooling, SpatialMaxUnpooling } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const pooling = new SpatialMaxPooling(2, 1);
 * const unpooling = new SpatialMaxUnpooling(pooling);
 * const pooled = pooling.forward(tensor([[[1, 5, 7, 3]]]));
 * console.log(unpooling.forward(pooled).toArray()); // [ [ [ 0, 5, 7, 0 ] ] ]
 * console.log(String(unpooling)); // nn.SpatialMaxUnpooling associated to nn.SpatialMaxPooling(2x1, 2,1)
 * ```
 */
export class SpatialMaxUnpooling extends MaxUnpooling<SpatialMaxPooling> {
  /**
   * @param pooling the pooling to reverse, whose windows move by their own size
   * @throws ArgumentError for another pooling
   */
  constructor(pooling: SpatialMaxPooling) {
    super(pooling, SpatialMaxPooling, 2);
  }
}
