import type { Tensor } from "@rushlight/tensor";
import type { ConvolutionOptions } from "./ConvolutionLayer.ts";
import { MapConvolution } from "./MapConvolution.ts";

/**
 * A full convolution over images in which each plane of the output comes from some planes of the input, as a table says.
 * Torch's `nn.SpatialFullConvolutionMap`.
 *
 * y[o, r·dH + h, s·dW + v] = b[o] + Σ w[k, h, v] · x[i, r, s] over all connections k from i to o, pixels and positions that meet
 * there. The gradients are those of SpatialFullConvolution, within each connection.
 *
 * Shapes: `[C, H, W] → [O, oH, oW]`, `[N, C, H, W] → [N, O, oH, oW]` with oH = (H − 1)·dH + kH and oW likewise; tables, weight,
 * bias and what they are drawn from are as in SpatialConvolutionMap.
 *
 * @example
 * ```ts
 * import { SpatialFullConvolutionMap, tables } from "@rushlight/layers";
 * import { manualSeed, randn } from "@rushlight/tensor";
 *
 * manualSeed(1);
 * const full = new SpatialFullConvolutionMap(tables.oneToOne(3), 3, 3, 2, 2);
 * console.log(full.weight.size()); // [ 3, 3, 3 ]
 * console.log(full.forward(randn(3, 5, 4)).size()); // [ 3, 11, 9 ]
 * ```
 */
export class SpatialFullConvolutionMap extends MapConvolution {
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
    super(connTable, { kernel: [kH, kW], stride: [dH, dW], pad: [0, 0], dilation: [1, 1] }, "transposed", options);
  }
}
