import { ArgumentError } from "@rushlight/tensor";
import { InplaceFunction, type InplaceOptions } from "./InplaceFunction.ts";
import { checkSetting } from "./numbers.ts";

/**
 * The input limited to an interval: y = min(maxValue, max(minValue, x)), dx = dy where minValue < x < maxValue, else 0.
 * Element by element, for any shape. Torch's `nn.HardTanh`.
 *
 * @example
 * ```ts
 * import { HardTanh } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new HardTanh().forward(tensor([-3, 0.5, 2])).toArray()); // [ -1, 0.5, 1 ]
 * ```
 */
export class HardTanh extends InplaceFunction {
  protected override readonly operation = "clamp";
  protected override readonly gradientOperation = "clampGradient";
  protected override readonly gradientFrom = "input";
  /** The smallest output. */
  readonly minValue: number;
  /** The largest output. */
  readonly maxValue: number;

  /**
   * @param minValue −1 when left out
   * @param maxValue above minValue; 1 when left out
   * @throws ArgumentError for an interval that is none, and for options that do not exist
   */
  constructor(minValue = -1, maxValue = 1, options: InplaceOptions = {}) {
    super(options);
    const name = this.constructor.name;
    this.minValue = checkSetting(name, "a smallest value", minValue);
    this.maxValue = checkSetting(name, "a largest value", maxValue);
    if (maxValue <= minValue) {
      throw new ArgumentError(`${name}: expected a largest value above ${minValue}, got ${maxValue}`);
    }
  }

  protected override get a(): number {
    return this.minValue;
  }

  protected override get b(): number {
    return this.maxValue;
  }

  override describe(): string {
    return `${this.constructor.name}(${this.minValue}, ${this.maxValue})`;
  }
}
