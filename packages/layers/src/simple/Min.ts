import type { OutPairOptions, ReductionOptions, Tensor } from "@rushlight/tensor";
import { Extremum } from "./Extremum.ts";

/**
 * The smallest element along a dimension: y = minᵢ xᵢ; dx is dy where the smallest was, else 0. Torch's `nn.Min`.
 *
 * Shapes, for dimension 1: `[A, B, C] → [A, C]`; a vector becomes `[1]`. Of equals, the first counts; a NaN counts as the
 * smallest. {@link indices} tells where they were.
 *
 * @example
 * ```ts
 * import { Min } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const smallest = new Min(1);
 * const x = tensor([[1, 5, 2], [7, 3, 7]]);
 * console.log(smallest.forward(x).toArray()); // [ 1, 3 ]
 * console.log(smallest.indices.toArray()); // [ 0, 1 ]
 * console.log(smallest.backward(x, tensor([10, 20])).toArray()); // [ [ 10, 0, 0 ], [ 0, 20, 0 ] ]
 * ```
 */
export class Min extends Extremum {
  protected override find(input: Tensor, dimension: number, options: ReductionOptions & OutPairOptions): void {
    input.min(dimension, options);
  }
}
