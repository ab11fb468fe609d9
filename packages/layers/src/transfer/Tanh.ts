import { ElementFunction } from "./ElementFunction.ts";

/**
 * The hyperbolic tangent: y = tanh(x), dx = dy·(1 − y²), element by element, for any shape. Torch's `nn.Tanh`.
 *
 * @example
 * ```ts
 * import { Tanh } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Tanh().forward(tensor([-100, 0, 100])).toArray()); // [ -1, 0, 1 ]
 * ```
 */
export class Tanh extends ElementFunction {
  protected override readonly operation = "tanh";
  protected override readonly gradientOperation = "tanhGradient";
  protected override readonly gradientFrom = "output";
}
