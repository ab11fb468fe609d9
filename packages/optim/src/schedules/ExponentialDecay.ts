import { checkValues } from "../settings/Rule.ts";
import { count, finite, nonNegative } from "../settings/rules.ts";
import type { Schedule } from "./Schedule.ts";

/** Options of {@link ExponentialDecay}. */
export interface ExponentialDecayOptions {
  /** What the value is multiplied by in `every` steps. */
  readonly factor: number;
  /** In how many steps; 1 when left out. */
  readonly every?: number;
}

/**
 * A value that falls smoothly: value·factor^(step / every).
 *
 * @example
 * ```ts
 * import { ExponentialDecay } from "@rushlight/optim";
 *
 * const rate = new ExponentialDecay(0.8, { factor: 0.25, every: 10 });
 * console.log(rate.at(0), rate.at(5), rate.at(10)); // 0.8 0.4 0.2
 * ```
 */
export class ExponentialDecay implements Schedule {
  private readonly value: number;
  private readonly factor: number;
  private readonly every: number;

  /**
   * @param value what it begins with
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(value: number, options: ExponentialDecayOptions) {
    checkValues("ExponentialDecay", options, { factor: nonNegative, every: count }, ["factor"]);
    finite("ExponentialDecay", "value", value);
    this.value = value;
    this.factor = options.factor;
    this.every = options.every ?? 1;
  }

  /** The value at a step: 0 for the first. */
  at(step: number): number {
    return this.value * this.factor ** (step / this.every);
  }
}
