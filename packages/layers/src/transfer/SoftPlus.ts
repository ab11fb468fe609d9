import { ArgumentError } from "@rushlight/tensor";
import { ElementFunction } from "./ElementFunction.ts";

/**
 * A smooth rectifier: y = ln(1 + e^(beta·x)) / beta, dx = dy·(1 − e^(−beta·y)), element by element, for any shape. Torch's
 * `nn.SoftPlus`.
 *
 * Where beta·x is above 20 it is x itself, and dx = dy where beta·y is: by then the two differ by less than rounding.
 *
 * @example
 * ```ts
 * import { SoftPlus } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new SoftPlus().forward(tensor([-1000, 1000])).toArray()); // [ 0, 1000 ]
 * console.log(new SoftPlus(2).forward(tensor([0])).get(0).toFixed(4)); // 0.3466
 * ```
 */
export class SoftPlus extends ElementFunction {
  protected override readonly operation = "softPlus";
  protected override readonly gradientOperation = "softPlusGradient";
  protected override readonly gradientFrom = "output";
  /** How sharp the bend at 0 is. */
  readonly beta: number;
  /** Above which value of beta·x the function is x itself. */
  readonly threshold = 20;

  /**
   * @param beta any finite number but 0; 1 when left out
   * @throws ArgumentError for any other
   */
  constructor(beta = 1) {
    super();
    if (!Number.isFinite(beta) || beta === 0) {
      throw new ArgumentError(`SoftPlus: expected a finite beta other than 0, got ${String(beta)}`);
    }
    this.beta = beta;
  }

  protected override get a(): number {
    return this.beta;
  }

  protected override get b(): number {
    return this.threshold;
  }

  override describe(): string {
    return `SoftPlus(${this.beta})`;
  }
}
