import { ElementFunction } from "./ElementFunction.ts";

/**
 * The logistic function: y = 1 / (1 + e⁻ˣ), dx = dy·y·(1 − y), element by element, for any shape. Torch's
 * `nn.Sigmoid`.
 *
 * @example
 * ```ts
 * import { Sigmoid } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Sigmoid().forward(tensor([-1000, 0, 1000])).toArray()); // [ 0, 0.5, 1 ]
 * ```
 */
export class Sigmoid extends ElementFunction {
  protected override readonly operation = "sigmoid";
  protected override readonly gradientOperation = "sigmoidGradient";
  protected override readonly gradientFrom = "output";
}
