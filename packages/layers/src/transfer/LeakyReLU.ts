import { InplaceFunction, type InplaceOptions } from "./InplaceFunction.ts";
import { checkSetting, shortNumber } from "./numbers.ts";

/**
 * A rectifier that lets a part of what is negative through: y = x where x > 0, else negval·x; dx = dy where x > 0, else
 * negval·dy. Element by element, for any shape. Torch's `nn.LeakyReLU`.
 *
 * Source: A. L. Maas, A. Y. Hannun, A. Y. Ng, "Rectifier nonlinearities improve neural network acoustic models", 2013.
 *
 * @example
 * ```ts
 * import { LeakyReLU } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new LeakyReLU(0.25).forward(tensor([-2, 0, 3])).toArray()); // [ -0.5, 0, 3 ]
 * console.log(String(new LeakyReLU())); // nn.LeakyReLU(0.01)
 * ```
 */
export class LeakyReLU extends InplaceFunction {
  protected override readonly operation = "leakyReLU";
  protected override readonly gradientOperation = "leakyReLUGradient";
  protected override readonly gradientFrom = "input";
  /** The slope of the negative side. */
  readonly negval: number;

  /**
   * @param negval 0.01 when left out. With one below 0 the module does not work in place, whatever the option says:
   * which elements were positive could not be told afterwards.
   * @throws ArgumentError for a negval that is no number, and for options that do not exist
   */
  constructor(negval = 0.01, options: InplaceOptions = {}) {
    super(options, negval >= 0);
    this.negval = checkSetting("LeakyReLU", "a negval", negval);
  }

  protected override get a(): number {
    return this.negval;
  }

  override toString(): string {
    return `nn.LeakyReLU(${shortNumber(this.negval)})`;
  }
}
