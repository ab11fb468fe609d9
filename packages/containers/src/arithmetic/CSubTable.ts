import { recursiveResizeAs } from "@rushlight/module";
import { mapInto, type Tensor, zipInto } from "@rushlight/tensor";
import type { Pair } from "../tables/Pair.ts";
import { PairArithmetic } from "./PairArithmetic.ts";

/**
 * The difference of two tensors: y = x₀ − x₁, dx₀ = dy, dx₁ = −dy. Torch's `nn.CSubTable`.
 *
 * Both have one size.
 *
 * @example
 * ```ts
 * import { CSubTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new CSubTable().forward([tensor([5, 7]), tensor([1, 10])]).toArray()); // [ 4, -3 ]
 * ```
 */
export class CSubTable extends PairArithmetic {
  protected override combine([a, b]: Pair): Tensor {
    zipInto("CSubTable", "add", a, b, this.output.resizeAs(a), -1);
    return this.output;
  }

  protected override differentiate(input: Pair, gradOutput: Tensor): Pair {
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    this.gradInput[0].copy(gradOutput);
    mapInto("CSubTable", "neg", gradOutput, this.gradInput[1]);
    return this.gradInput;
  }
}
