import { ElementFunction } from "./ElementFunction.ts";

/**
 * The exponential function: y = eˣ, dx = dy·y, element by element, for any shape. Torch's `nn.Exp`.
 *
 * @example
 * ```ts
 * import { Exp } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Exp().forward(tensor([-Infinity, 0])).toArray()); // [ 0, 1 ]
 * ```
 */
export class Exp extends ElementFunction {
  protected override readonly operation = "exp";
  protected override readonly gradientOperation = "mul";
  protected override readonly gradientFrom = "output";
}
