import { checkValues } from "../settings/Rule.ts";
import { count, finite, part } from "../settings/rules.ts";
import { isSchedule, type Schedule, valueAt } from "./Schedule.ts";

/** Options of {@link WarmUp}. */
export interface WarmUpOptions {
  /** How many steps it takes to rise. */
  readonly steps: number;
  /** The share of the value to rise from, from 0 to 1; 0 when left out, which no step has: the first is above it. */
  readonly from?: number;
}

/**
 * A value that rises in equal parts before a schedule begins: value·(from + (1 − from)·(step + 1) / (steps + 1)), then the
 * schedule from its own step 0.
 *
 * @example
 * ```ts
 * import { CosineDecay, WarmUp } from "@rushlight/optim";
 *
 * const rate = new WarmUp(new CosineDecay(1, { steps: 100 }), { steps: 3 });
 * console.log(rate.at(0), rate.at(1), rate.at(2), rate.at(3), rate.at(53)); // 0.25 0.5 0.75 1 0.5
 * ```
 */
export class WarmUp implements Schedule {
  private readonly target: number | Schedule;
  private readonly steps: number;
  private readonly from: number;

  /**
   * @param target the value or the schedule to rise to
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(target: number | Schedule, options: WarmUpOptions) {
    checkValues("WarmUp", options, { steps: count, from: part }, ["steps"]);
    if (!isSchedule(target)) finite("WarmUp", "value", target);
    this.target = target;
    this.steps = options.steps;
    this.from = options.from ?? 0;
  }

  /** The value at a step: 0 for the first. */
  at(step: number): number {
    if (step >= this.steps) return valueAt("WarmUp", "value", this.target, step - this.steps);
    const share = this.from + ((1 - this.from) * (step + 1)) / (this.steps + 1);
    return share * valueAt("WarmUp", "value", this.target, 0);
  }
}
