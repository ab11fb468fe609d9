import { ShrinkFunction } from "./ShrinkFunction.ts";

/**
 * Zero near zero, the input itself elsewhere: y = x where |x| > lambda, else 0; dx = dy where |x| > lambda, else 0.
 * Element by element, for any shape. Torch's `nn.HardShrink`.
 *
 * @example
 * ```ts
 * import { HardShrink } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new HardShrink(0.5).forward(tensor([-1, 0.5, 2])).toArray()); // [ -1, 0, 2 ]
 * ```
 */
export class HardShrink extends ShrinkFunction {
  protected override readonly operation = "hardShrink";
}
