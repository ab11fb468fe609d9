import { checkGradOutput, recursiveResizeAs } from "@rushlight/module";
import { type Tensor, zipInto } from "@rushlight/tensor";
import type { Pair } from "../tables/Pair.ts";
import { PairArithmetic } from "./PairArithmetic.ts";

/**
 * The quotient of two tensors, element by element: y = x₀/x₁, dx₀ = dy/x₁, dx₁ = −dy·x₀/x₁². Torch's `nn.CDivTable`.
 *
 * Both have one size.
 *
 * @example
 * ```ts
 * import { CDivTable } from "@rushlight/containers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new CDivTable().forward([tensor([6, 1]), tensor([3, 4])]).toArray()); // [ 2, 0.25 ]
 * ```
 */
export class CDivTable extends PairArithmetic {
  protected override combine([a, b]: Pair): Tensor {
    zipInto("CDivTable", "div", a, b, this.output.resizeAs(a));
    return this.output;
  }

  protected override differentiate(input: Pair, gradOutput: Tensor): Pair {
    checkGradOutput(this, gradOutput, this.output);
    this.gradInput = recursiveResizeAs(this.gradInput, input);
    const [da, db] = this.gradInput;
    zipInto("CDivTable", "div", gradOutput, input[1], da);
    zipInto("CDivTable", "mul", da, this.output, db);
    db.neg();
    return this.gradInput;
  }
}
