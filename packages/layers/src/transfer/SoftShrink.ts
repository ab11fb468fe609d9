import { ElementFunction } from "./ElementFunction.ts";
import { checkSetting } from "./numbers.ts";

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
export class SoftShrink extends ElementFunction {
  protected override readonly operation = "softShrink";
  protected override readonly gradientOperation = "shrinkGradient";
  protected override readonly gradientFrom = "input";
  /** How far elements move towards 0. */
  readonly lambda: number;

  /**
   * @param lambda at least 0; 0.5 when left out
   * @throws ArgumentError for any other lambda
   */
  constructor(lambda = 0.5) {
    super();
    this.lambda = checkSetting("SoftShrink", "a lambda", lambda, 0);
  }

  protected override get a(): number {
    return this.lambda;
  }

  override describe(): string {
    return `SoftShrink(${this.lambda})`;
  }
}
