import type { Activation } from "@rushlight/module";
import type { Tensor } from "@rushlight/tensor";
import { JoinedBranches } from "./JoinedBranches.ts";
import { sumGradients } from "./sumGradients.ts";

/**
 * Modules side by side on one input, their outputs joined along a dimension. Torch's `nn.Concat`.
 *
 * The outputs must have one size but for that dimension. The gradient with respect to the input is the sum of the
 * children's.
 *
 * @typeParam I what all modules take
 * @example
 * ```ts
 * import { Concat } from "@rushlight/containers";
 * import { Linear } from "@rushlight/layers";
 * import { randn } from "@rushlight/tensor";
 *
 * const net = new Concat(1).add(new Linear(4, 3)).add(new Linear(4, 2));
 * console.log(net.forward(randn(5, 4)).size()); // [ 5, 5 ]
 * ```
 */
export class Concat<I extends Activation = Tensor> extends JoinedBranches<I> {
  protected override inputsOf(input: I): readonly I[] {
    return this.modules.map(() => input);
  }

  protected override gathered(_input: I, gradientOf: (index: number) => Activation): I {
    return sumGradients<I>(this, gradientOf);
  }
}
