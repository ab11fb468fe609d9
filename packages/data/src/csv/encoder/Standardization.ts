import { ArgumentError } from "@rushlight/tensor";

/**
 * Takes numbers to mean 0 and standard deviation 1, and back: z = (x − mean) / deviation. Numbers that are all the same go to 0.
 *
 * @example
 * ```ts
 * import { Standardization } from "@rushlight/data/csv";
 *
 * const prices = Standardization.of([100, 200, 300, Number.NaN]);
 * console.log(prices.mean, prices.deviation.toFixed(2)); // 200 81.65
 * console.log(prices.apply(300).toFixed(4), prices.invert(0)); // 1.2247 200
 * ```
 */
export class Standardization {
  readonly mean: number;
  /** The standard deviation; 0 when all numbers are the same. */
  readonly deviation: number;

  /** @throws ArgumentError unless both are finite and `deviation` is 0 or more */
  constructor(mean: number, deviation: number) {
    if (!Number.isFinite(mean) || !Number.isFinite(deviation) || deviation < 0) {
      throw new ArgumentError(
        `Standardization: expected a mean and a deviation from 0 up, got ${mean} and ${deviation}`,
      );
    }
    this.mean = mean;
    this.deviation = deviation;
  }

  /**
   * That of some numbers, their deviation being the root of the mean squared distance from their mean. NaN does not count.
   *
   * @throws ArgumentError when there are none, or they are too large
   */
  static of(values: Iterable<number>): Standardization {
    let count = 0;
    let mean = 0;
    let squares = 0;
    for (const value of values) {
      if (Number.isNaN(value)) continue;
      count++;
      // Welford's way, which keeps the digits that a difference of sums of squares loses.
      const before = value - mean;
      mean += before / count;
      squares += before * (value - mean);
    }
    if (count === 0) throw new ArgumentError("Standardization: expected at least one number, got none");
    return new Standardization(mean, Math.sqrt(squares / count));
  }

  /** A number on the scale with mean 0 and deviation 1. */
  apply(value: number): number {
    return this.deviation === 0 ? 0 : (value - this.mean) / this.deviation;
  }

  /** The number that {@link apply} takes to `value`; the mean when all numbers are the same. */
  invert(value: number): number {
    return value * this.deviation + this.mean;
  }
}
