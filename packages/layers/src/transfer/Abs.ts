import { ElementFunction } from "./ElementFunction.ts";

/**
 * The absolute value: y = |x|, dx = dy where x ≥ 0, else −dy. Element by element, for any shape. Torch's `nn.Abs`.
 *
 * @example
 * ```ts
 * import { Abs } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Abs().forward(tensor([-2, 0, 3])).toArray()); // [ 2, 0, 3 ]
 * ```
 */
export class Abs extends ElementFunction {
  protected override readonly operation = "abs";
  protected override readonly gradientOperation = "absGradient";
  protected override readonly gradientFrom = "input";
}
