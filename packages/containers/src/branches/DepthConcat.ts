import type { Activation } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { Concat } from "./Concat.ts";

/**
 * Modules side by side on one input, their outputs joined along a dimension, though they may differ in the others too:
 * the joined output is as large as the largest there, and a smaller one lies in the middle of its part, with zeros
 * around. Torch's `nn.DepthConcat`.
 *
 * An output of extent n in a part of extent m begins at ⌊(m − n) / 2⌋. The gradient with respect to the input is the sum
 * of the children's, each of which sees what of gradOutput belongs to its output.
 *
 * Source: C. Szegedy et al., "Going deeper with convolutions", 2014.
 *
 * @typeParam I what all modules take
 * @example
 * ```ts
 * import { DepthConcat } from "@rushlight/containers";
 * import { SpatialConvolution } from "@rushlight/layers";
 * import { randn } from "@rushlight/tensor";
 *
 * const net = new DepthConcat(0).add(new SpatialConvolution(1, 2, 1, 1)).add(new SpatialConvolution(1, 3, 3, 3));
 * console.log(net.forward(randn(1, 5, 5)).size()); // [ 5, 5, 5 ]
 * ```
 */
export class DepthConcat<I extends Activation = Tensor> extends Concat<I> {
  protected override readonly padded: boolean = true;
}
