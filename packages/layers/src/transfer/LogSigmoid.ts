import { ElementFunction } from "./ElementFunction.ts";

/**
 * The logarithm of the logistic function: y = −ln(1 + e⁻ˣ), dx = dy / (1 + eˣ), element by element, for any shape.
 * Torch's `nn.LogSigmoid`.
 *
 * It neither overflows nor loses digits far from 0.
 *
 * @example
 * ```ts
 * import { LogSigmoid } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new LogSigmoid().forward(tensor([-1000, 1000])).toArray()); // [ -1000, 0 ]
 * ```
 */
export class LogSigmoid extends ElementFunction {
  protected override readonly operation = "logSigmoid";
  protected override readonly gradientOperation = "logSigmoidGradient";
  protected override readonly gradientFrom = "input";
}
