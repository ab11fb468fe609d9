import { checkValues } from "../settings/Rule.ts";
import { count, finite } from "../settings/rules.ts";
import { cosine } from "./cosine.ts";
import type { Schedule } from "./Schedule.ts";

/** Options of {@link CosineDecay}. */
export interface CosineDecayOptions {
  /** After how many steps the end is reached; the value stays there. */
  readonly steps: number;
  /** The value at the end; 0 when left out. */
  readonly end?: number;
}

/**
 * A value that falls along half a cosine: end + (value − end)·(1 + cos(π·step / steps)) / 2. Loshchilov and Hutter, "SGDR:
 * stochastic gradient descent with warm restarts", 2017, without restarts.
 *
 * @example
 * ```ts
 * import { CosineDecay } from "@rushlight/optim";
 *
 * const rate = new CosineDecay(0.5, { steps: 100 });
 * console.log(rate.at(0), rate.at(50), rate.at(100), rate.at(200)); // 0.5 0.25 0 0
 * ```
 */
export class CosineDecay implements Schedule {
  private readonly value: number;
  private readonly steps: number;
  private readonly end: number;

  /**
   * @param value what it begins with
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(value: number, options: CosineDecayOptions) {
    checkValues("CosineDecay", options, { steps: count, end: finite }, ["steps"]);
    finite("CosineDecay", "value", value);
    this.value = value;
    this.steps = options.steps;
    this.end = options.end ?? 0;
  }

  /** The value at a step: 0 for the first. */
  at(step: number): number {
    return cosine(this.value, this.end, Math.min(step / this.steps, 1));
  }
}
