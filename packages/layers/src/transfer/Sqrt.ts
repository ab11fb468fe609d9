import { ElementFunction } from "./ElementFunction.ts";

/**
 * The square root: y = √x, dx = dy / (2y) and 0 where y = 0, element by element, for any shape. Torch's `nn.Sqrt`.
 *
 * It is NaN below 0.
 *
 * @example
 * ```ts
 * import { Sqrt } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * const sqrt = new Sqrt();
 * console.log(sqrt.forward(tensor([0, 4])).toArray()); // [ 0, 2 ]
 * console.log(sqrt.backward(tensor([0, 4]), tensor([1, 1])).toArray()); // [ 0, 0.25 ]
 * ```
 */
export class Sqrt extends ElementFunction {
  protected override readonly operation = "sqrt";
  protected override readonly gradientOperation = "sqrtGradient";
  protected override readonly gradientFrom = "output";
}
