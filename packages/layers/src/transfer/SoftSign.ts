import { ElementFunction } from "./ElementFunction.ts";

/**
 * A bounded function with slow tails: y = x / (1 + |x|), dx = dy / (1 + |x|)². Element by element, for any shape. Torch's
 * `nn.SoftSign`.
 *
 * @example
 * ```ts
 * import { SoftSign } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new SoftSign().forward(tensor([-1, 0, 3])).toArray()); // [ -0.5, 0, 0.75 ]
 * ```
 */
export class SoftSign extends ElementFunction {
  protected override readonly operation = "softSign";
  protected override readonly gradientOperation = "softSignGradient";
  protected override readonly gradientFrom = "input";
}
