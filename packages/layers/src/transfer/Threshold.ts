import { ArgumentError } from "@rushlight/tensor";
import { InplaceFunction, type InplaceOptions } from "./InplaceFunction.ts";

/**
 * A threshold: y = x where x > threshold, else value; dx = dy where x > threshold, else 0. Element by element, for any
 * shape. Torch's `nn.Threshold`.
 *
 * @example
 * ```ts
 * import { Threshold } from "@rushlight/layers";
 * import { tensor } from "@rushlight/tensor";
 *
 * console.log(new Threshold(1, -7).forward(tensor([0, 1, 2])).toArray()); // [ -7, -7, 2 ]
 * ```
 */
export class Threshold extends InplaceFunction {
  protected override readonly operation = "threshold";
  protected override readonly gradientOperation = "thresholdGradient";
  protected override readonly gradientFrom = "input";
  /** What elements must be above to pass. */
  readonly threshold: number;
  /** What stands in for the others. */
  readonly value: number;

  /**
   * @param threshold 1e-6 when left out
   * @param value what stands in for elements up to the threshold; 0 when left out
   * @throws ArgumentError for values that are not numbers, in place when `value` is above the threshold, as which
   * elements passed could not be told afterwards, and for options that do not exist
   */
  constructor(threshold = 1e-6, value = 0, options: InplaceOptions = {}) {
    super(options);
    if (typeof threshold !== "number" || typeof value !== "number" || Number.isNaN(threshold) || Number.isNaN(value)) {
      throw new ArgumentError(`Threshold: expected a threshold and a value, got ${threshold} and ${value}`);
    }
    if (this.inplace && value > threshold) {
      throw new ArgumentError(`Threshold: expected a value up to the threshold ${threshold} in place, got ${value}`);
    }
    this.threshold = threshold;
    this.value = value;
  }

  protected override get a(): number {
    return this.threshold;
  }

  protected override get b(): number {
    return this.value;
  }

  override describe(): string {
    return `Threshold(${this.threshold}, ${this.value})`;
  }
}
