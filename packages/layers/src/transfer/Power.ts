import { ElementFunction } from "./ElementFunction.ts";
import { checkSetting } from "./numbers.ts";

/**
 * A power: y = x^exponent, dx = dy·exponent·x^(exponent − 1), element by element, for any shape. Torch's `nn.Power`.
 *
 * @example
 * ```ts
 * import { Power } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Power(3).forward(tensor([-2, 0.5])).toArray()); // [ -8, 0.125 ]
 * ```
 */
export class Power extends ElementFunction {
  protected override readonly operation = "powScalar";
  protected override readonly gradientOperation = "powScalarGradient";
  protected override readonly gradientFrom = "input";
  /** What the input is raised to. */
  readonly exponent: number;

  /**
   * @param exponent any number
   * @throws ArgumentError for what is no number
   */
  constructor(exponent: number) {
    super();
    this.exponent = checkSetting("Power", "an exponent", exponent);
  }

  protected override get a(): number {
    return this.exponent;
  }

  override describe(): string {
    return `Power(${this.exponent})`;
  }
}
