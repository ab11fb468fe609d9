import { ElementFunction } from "./ElementFunction.ts";
import { checkSetting } from "./numbers.ts";

/** A function of each element that is 0 up to a magnitude, with dx = dy beyond it. */
export abstract class ShrinkFunction extends ElementFunction {
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
    this.lambda = checkSetting(this.constructor.name, "a lambda", lambda, 0);
  }

  protected override get a(): number {
    return this.lambda;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.lambda})`;
  }
}
