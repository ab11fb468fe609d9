import { type SizeArguments, sizeOf } from "@rushlight/tensor";
import { AddedParameter } from "./AddedParameter.ts";

/**
 * Element-wise addition of a learned bias: y = x + b, dx = dy, db += Σ dy. Torch's `nn.CAdd`.
 *
 * Shapes, for a bias of the given sizes:
 * - an input with as many elements as the bias: element by element in order;
 * - an input with as many dimensions as the bias: the bias is expanded where its size is 1;
 * - a batch `[N, ...]` whose samples have as many elements as the bias: sample by sample.
 *
 * `bias` is drawn uniform from ±1/√(number of its elements).
 *
 * @example
 * ```ts
 * import { CAdd } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const shift = new CAdd(1, 2);
 * shift.bias.copy(tensor([[10, 20]]));
 * console.log(shift.forward(tensor([[1, 2], [3, 4]])).toArray()); // [ [ 11, 22 ], [ 13, 24 ] ]
 * ```
 */
export class CAdd extends AddedParameter {
  /**
   * @param size the sizes of the bias, one by one or as one array
   * @throws ShapeError for sizes below 1
   */
  constructor(...size: SizeArguments) {
    super(sizeOf(size));
  }
}
