import { ArgumentError, Generator, Tensor } from "@rushlight/tensor";

/** How many values a word of the twister has. */
const WORDS = 2 ** 32;

/**
 * The random numbers of NumPy's `numpy.random.RandomState(seed)`: a Mersenne
 * Twister as Torch has, from which NumPy makes numbers in other ways. Whole
 * numbers are the same bit for bit. So are normal ones, but for the logarithm
 * in them, which JavaScript engines and C libraries round differently: in three
 * of a hundred the last bits differ, by less than 5e-16 of the number.
 */
export class RandomState {
  private readonly words: Generator;
  /** The second half of the last pair of normal numbers. */
  private pending: number | undefined;

  /**
   * @param seed a whole number from 0 to 2³² − 1
   * @throws ArgumentError for any other seed
   */
  constructor(seed: number) {
    if (!Number.isInteger(seed) || seed < 0 || seed >= WORDS) {
      throw new ArgumentError(
        `RandomState: expected a seed from 0 to ${WORDS - 1}, got ${seed}`,
      );
    }
    this.words = new Generator(seed);
  }

  /** A float64 tensor of normal numbers: NumPy's `normal(mean, standardDeviation, size)`. */
  normal(
    mean: number,
    standardDeviation: number,
    size: readonly number[],
  ): Tensor<"float64"> {
    const numbers = new Tensor(size, { dtype: "float64" });
    return numbers.apply(() => mean + standardDeviation * this.gauss());
  }

  /**
   * Whole numbers from `low` to `high − 1`: NumPy's `randint(low, high, count)`.
   *
   * @throws ArgumentError when there are none, or when they do not fit into int32
   */
  randint(low: number, high: number, count: number): Tensor<"int32"> {
    const largest = high - low - 1;
    const fits =
      Number.isInteger(low) &&
      Number.isInteger(high) &&
      low >= -WORDS / 2 &&
      high <= WORDS / 2;
    if (!fits || largest < 0) {
      throw new ArgumentError(
        `RandomState.randint: expected int32 numbers, low below high, got ${low} and ${high}`,
      );
    }
    return new Tensor([count], { dtype: "int32" }).apply(
      () => low + this.upTo(largest),
    );
  }

  /** A number from [0, 1) with all 53 bits of a double: 27 of one word, 26 of the next. */
  private double(): number {
    const upper = this.words.random() >>> 5;
    const lower = this.words.random() >>> 6;
    return (upper * 2 ** 26 + lower) / 2 ** 53;
  }

  /** A standard normal number: the polar method, which gives two at a time. */
  private gauss(): number {
    if (this.pending !== undefined) {
      const second = this.pending;
      this.pending = undefined;
      return second;
    }
    while (true) {
      const x = 2 * this.double() - 1;
      const y = 2 * this.double() - 1;
      const square = x * x + y * y;
      if (square >= 1 || square === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(square)) / square);
      this.pending = factor * x;
      return factor * y;
    }
  }

  /** A whole number from 0 to `largest`: words cut down to as many bits as `largest` has, until one is not too large. */
  private upTo(largest: number): number {
    if (largest === 0) return 0;
    const mask = 0xffffffff >>> Math.clz32(largest);
    while (true) {
      const number = (this.words.random() & mask) >>> 0;
      if (number <= largest) return number;
    }
  }
}
