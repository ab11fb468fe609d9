import { InplaceFunction, type InplaceOptions } from "./InplaceFunction.ts";
import { checkSetting } from "./numbers.ts";

/**
 * The exponential linear unit: y = x where x > 0, else alpha·(eˣ − 1); dx = dy where y > 0, else dy·(y + alpha). Element by
 * element, for any shape. Torch's `nn.ELU`.
 *
 * Source: D.-A. Clevert, T. Unterthiner, S. Hochreiter, "Fast and accurate deep network learning by exponential linear
 * units (ELUs)", 2016.
 *
 * @example
 * ```ts
 * import { ELU } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new ELU(0.5).forward(tensor([-1000, 0, 2])).toArray()); // [ -0.5, 0, 2 ]
 * console.log(String(new ELU())); // nn.ELU (alpha:1.000000)
 * ```
 */
export class ELU extends InplaceFunction {
  protected override readonly operation = "elu";
  protected override readonly gradientOperation = "eluGradient";
  protected override readonly gradientFrom = "output";
  /** How far below 0 the output goes. */
  readonly alpha: number;

  /**
   * @param alpha at least 0; 1 when left out
   * @throws ArgumentError for any other alpha: the gradient, which follows from the output, would be wrong; and for
   * options that do not exist
   */
  constructor(alpha = 1, options: InplaceOptions = {}) {
    super(options);
    this.alpha = checkSetting("ELU", "an alpha", alpha, 0);
  }

  protected override get a(): number {
    return this.alpha;
  }

  override toString(): string {
    return `nn.ELU (alpha:${this.alpha.toFixed(6)})`;
  }
}
