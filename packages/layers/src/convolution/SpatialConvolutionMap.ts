import type { Tensor } from "@rushlight/tensor";
import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { MapConvolution } from "./MapConvolution.ts";

/**
 * A convolution over images in which each plane of the output comes from some planes of the input, as a table says. Torch's
 * `nn.SpatialConvolutionMap`.
 *
 * y[o, r, s] = b[o] + Σ w[k, h, v] · x[i, r·dH + h, s·dW + v] over all connections k from i to o and all positions of the kernel.
 * What a plane holds that is not connected makes no difference. The gradients are those of SpatialConvolution, within each
 * connection.
 *
 * Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]` with oH = ⌊(H − kH)/dH⌋ + 1 and oW likewise, where O is up
 * to the last plane that the table names and C at least so; `weight` is `[K, kH, kW]` for K connections, `bias` `[O]`. Both are
 * drawn uniform from ±1/√(kW·kH·F), weight first, where F is the number of connections to the same plane.
 *
 * @example
 * ```ts
 * import { SpatialConvolutionMap, tables } from "@rushlight/layers";
 * import { manualSeed, randn, tensor } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const some = new SpatialConvolutionMap(tensor([[0, 0], [1, 0], [2, 1]]), 3, 3);
 * console.log(some.weight.size()); // [ 3, 3, 3 ]
 * console.log(some.forward(randn(3, 8, 6)).size()); // [ 2, 6, 4 ]
 *
 * const all = new SpatialConvolutionMap(tables.full(3, 4), 5, 5);
 * console.log(all.forward(randn(2, 3, 8, 6)).size()); // [ 2, 4, 4, 2 ]
 * ```
 */
export class SpatialConvolutionMap extends MapConvolution {
  /**
   * @param connTable the connections, `[K, 2]`: for each the plane it comes from and the plane it goes to, counted from 0
   * @param kW the width of the kernel
   * @param kH the height of the kernel
   * @param dW how far apart windows are in a row; 1 when left out
   * @param dH how far apart rows of windows are; 1 when left out
   * @throws ArgumentError for a table of another size or with other numbers, kernels or strides below 1, and options that do
   * not exist
   */
  constructor(connTable: Tensor, kW: number, kH: number, dW = 1, dH = 1, options: ConvolutionOptions = {}) {
    super(connTable, { kernel: [kH, kW], stride: [dH, dW], pad: [0, 0], dilation: [1, 1] }, "forward", options);
  }
}
