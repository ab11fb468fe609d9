import { ShrinkFunction } from "./ShrinkFunction.ts";

/**
 * The input moved towards zero: y = x − lambda where x > lambda, x + lambda where x < −lambda, else 0; dx = dy where
 * |x| > lambda, else 0. Element by element, for any shape. Torch's `nn.SoftShrink`.
 *
 * @example
 * ```ts
 * import { SoftShrink } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new SoftShrink(0.5).forward(tensor([-1, 0.5, 2])).toArray()); // [ -0.5, 0, 1.5 ]
 * ```
 */
export class SoftShrink extends ShrinkFunction {
  protected override readonly operation = "softShrink";
}
