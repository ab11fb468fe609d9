import { ArgumentError, shown } from "@rushlight/tensor";

/**
 * The mean and the standard deviation of numbers as they come, each counted as often as its weight says: losses of
 * batches with their sizes, say. Torchnet's `AverageValueMeter`.
 *
 * mean = Σ w·x / Σ w, and std = √(Σ w·(x − mean)² / (Σ w − 1)).
 *
 * @example
 * ```ts
 * import { AverageMeter } from "@rushlight/optim";
 *
 * const loss = new AverageMeter();
 * loss.add(0.5, 64).add(0.25, 32);
 * console.log(loss.value.toFixed(4), loss.count); // 0.4167 96
 * console.log(loss.std.toFixed(4)); // 0.1185
 * ```
 */
export class AverageMeter {
  private sum = 0;
  private weight = 0;
  private squares = 0;

  /**
   * Adds a number. NaN and infinities are numbers too: the mean shows them.
   *
   * @param weight how often it counts, from 0 up
   * @throws ArgumentError for another weight, and for values that are no numbers
   */
  add(value: number, weight = 1): this {
    if (typeof value !== "number") throw new ArgumentError(`AverageMeter: expected a number, got ${shown(value)}`);
    if (typeof weight !== "number" || !(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new ArgumentError(`AverageMeter: expected a finite weight from 0 up, got ${shown(weight)}`);
    }
    if (weight === 0) return this;
    // The sum of squares around the mean, carried from mean to mean, does not cancel as Σ w·x² − n·mean² does.
    const before = this.weight === 0 ? value : this.value;
    this.sum += value * weight;
    this.weight += weight;
    this.squares += weight * (value - before) * (value - this.value);
    return this;
  }

  /** Forgets all numbers. */
  reset(): this {
    this.sum = 0;
    this.weight = 0;
    this.squares = 0;
    return this;
  }

  /** The mean; NaN before the first number. */
  get value(): number {
    return this.sum / this.weight;
  }

  /** The standard deviation, of the unbiased variance; NaN unless the weights sum up to more than 1. */
  get std(): number {
    return this.weight > 1 ? Math.sqrt(this.squares / (this.weight - 1)) : Number.NaN;
  }

  /** The sum of the weights: how many numbers came, when each counted once. */
  get count(): number {
    return this.weight;
  }
}
