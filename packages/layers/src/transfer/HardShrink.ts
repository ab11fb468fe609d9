import { ElementFunction } from "./ElementFunction.ts";
import { checkSetting } from "./numbers.ts";

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
export class HardShrink extends ElementFunction {
  protected override readonly operation = "hardShrink";
  protected override readonly gradientOperation = "shrinkGradient";
  protected override readonly gradientFrom = "input";
  /** Up to which magnitude elements become 0. */
  readonly lambda: number;

  /**
   * @param lambda at least 0; 0.5 when left out
   * @throws ArgumentError for any other lambda
   */
  constructor(lambda = 0.5) {
    super();
    this.lambda = checkSetting("HardShrink", "a lambda", lambda, 0);
  }

  protected override get a(): number {
    return this.lambda;
  }

  override describe(): string {
    return `HardShrink(${this.lambda})`;
  }
}
