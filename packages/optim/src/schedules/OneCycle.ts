import { ArgumentError } from "@rushlight/tensor";
import { checkValues } from "../settings/Rule.ts";
import { count, finite, part } from "../settings/rules.ts";
import { cosine } from "./cosine.ts";
import type { Schedule } from "./Schedule.ts";

/** Options of {@link OneCycle}. */
export interface OneCycleOptions {
  /** How many steps the cycle has, at least 2; the value stays at the end. */
  readonly steps: number;
  /** The value at the first step; peak / 25 when left out. */
  readonly start?: number;
  /** The value at the last step; start / 10,000 when left out. */
  readonly end?: number;
  /** The share of the steps on which it rises, from 0 to 1; 0.3 when left out. */
  readonly rise?: number;
}

/**
 * A value that rises to a peak and falls to almost nothing, both along half a cosine. Smith and Topin, "Super-convergence: very
 * fast training of neural networks using large learning rates", 2018; the defaults are PyTorch's. For a momentum that goes the
 * other way, take one whose peak is the lowest momentum: `new OneCycle(0.85, { steps: count, start: 0.95, end: 0.95 })`.
 *
 * @example
 * ```ts
 * import { OneCycle } from "@rushlight/optim";
 *
 * const rate = new OneCycle(1, { steps: 101, rise: 0.5, end: 0 });
 * console.log(rate.at(0), rate.at(49.5), rate.at(100)); // 0.04 1 0
 * ```
 */
export class OneCycle implements Schedule {
  private readonly peak: number;
  private readonly start: number;
  private readonly end: number;
  /** The steps at which the peak and the end are reached. */
  private readonly top: number;
  private readonly last: number;

  /**
   * @param peak the value that it rises to
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(peak: number, options: OneCycleOptions) {
    checkValues("OneCycle", options, { steps: count, start: finite, end: finite, rise: part }, ["steps"]);
    finite("OneCycle", "peak", peak);
    if (options.steps < 2) throw new ArgumentError(`OneCycle: expected at least 2 as steps, got ${options.steps}`);
    const { start = peak / 25, rise = 0.3 } = options;
    this.peak = peak;
    this.start = start;
    this.end = options.end ?? start / 1e4;
    this.last = options.steps - 1;
    // As in PyTorch, the last rising step is a step before the share of them ends.
    this.top = Math.max(rise * options.steps - 1, 0);
  }

  /** The value at a step: 0 for the first. */
  at(step: number): number {
    if (step < this.top) return cosine(this.start, this.peak, step / this.top);
    if (step === this.top) return this.peak;
    if (step >= this.last) return this.end;
    return cosine(this.peak, this.end, (step - this.top) / (this.last - this.top));
  }
}
