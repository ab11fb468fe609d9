import type { OutPairOptions, ReductionOptions, Tensor } from "@rushlight/tensor";
import { Extremum } from "./Extremum.ts";

/**
 * The largest element along a dimension: y = maxᵢ xᵢ; dx is dy where the largest was, else 0. Torch's `nn.Max`.
 *
 * Shapes, for dimension 1: `[A, B, C] → [A, C]`; a vector becomes `[1]`. Of equals, the first counts; a NaN counts as the
 * largest. {@link indices} tells where they were.
 *
 * @example
 * ```ts
 * import { Max } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const largest = new Max(1);
 * const x = tensor([[1, 5, 2], [7, 3, 7]]);
 * console.log(largest.forward(x).toArray()); // [ 5, 7 ]
 * console.log(largest.indices.toArray()); // [ 1, 0 ]
 * console.log(largest.backward(x, tensor([10, 20])).toArray()); // [ [ 0, 10, 0 ], [ 20, 0, 0 ] ]
 * ```
 */
export class Max extends Extremum {
  protected override find(input: Tensor, dimension: number, options: ReductionOptions & OutPairOptions): void {
    input.max(dimension, options);
  }
}
