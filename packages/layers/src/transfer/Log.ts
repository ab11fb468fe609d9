import { ElementFunction } from "./ElementFunction.ts";

/**
 * The natural logarithm: y = ln x, dx = dy / x, element by element, for any shape. Torch's `nn.Log`.
 *
 * It is −∞ at 0 and NaN below.
 *
 * @example
 * ```ts
 * import { Log } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Log().forward(tensor([1, 0])).toArray()); // [ 0, -Infinity ]
 * ```
 */
export class Log extends ElementFunction {
  protected override readonly operation = "log";
  protected override readonly gradientOperation = "div";
  protected override readonly gradientFrom = "input";
}
