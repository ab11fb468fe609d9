import { ArgumentError } from "../errors/ArgumentError.ts";
import { MersenneTwister, type MersenneTwisterState } from "./MersenneTwister.ts";

/** A snapshot of a {@link Generator}: plain data, fit for `structuredClone` and worker messages. */
export interface GeneratorState {
  readonly initialSeed: number;
  readonly twister: MersenneTwisterState;
  /** The half of the last pair of normal numbers that is still to be given out. */
  readonly pendingNormal: { readonly radius: number; readonly angle: number } | null;
}

/** The seed of generators that are given none, so that programs repeat by default. */
export const DEFAULT_SEED = 5489;

const LARGEST_SEED = Number.MAX_SAFE_INTEGER;

/**
 * A source of random numbers, bit-exact to Torch7's: the Mersenne Twister with Torch7's transformations in Torch7's
 * order of draws.
 *
 * Every distribution consumes 32-bit words in a fixed number, so a program that draws in the same order gets the same
 * numbers as Torch7 does.
 *
 * @example
 * ```ts
 * import { Generator } from "@rushlight/tensor";
 *
 * const generator = new Generator(123);
 * console.log(generator.uniform()); // 0.6964691872708499
 * console.log(generator.random(1, 6)); // 2
 * ```
 */
export class Generator {
  private readonly twister: MersenneTwister;
  private seeded: number;
  private pending = false;
  private radius = 0;
  private angle = 0;

  /**
   * @param seed a whole number from 0 up; 5489 when left out
   * @throws ArgumentError for any other seed
   */
  constructor(seed: number = DEFAULT_SEED) {
    this.seeded = checkSeed(seed);
    this.twister = new MersenneTwister(seed);
  }

  /** Starts the sequence of a seed and forgets the pending half of a normal pair. */
  manualSeed(seed: number): this {
    this.seeded = checkSeed(seed);
    this.twister.seed(seed);
    this.pending = false;
    return this;
  }

  /** The seed that the sequence began with. */
  initialSeed(): number {
    return this.seeded;
  }

  /** Everything that the next draws depend on. */
  getState(): GeneratorState {
    return {
      initialSeed: this.seeded,
      twister: this.twister.getState(),
      pendingNormal: this.pending ? { radius: this.radius, angle: this.angle } : null,
    };
  }

  /**
   * Goes on from a snapshot that {@link getState} made.
   *
   * @throws ArgumentError for anything else; nothing is changed then
   */
  setState(state: GeneratorState): this {
    if (typeof state !== "object" || state === null) {
      throw new ArgumentError(`setState: expected what getState gave, got ${String(state)}`);
    }
    const { initialSeed, pendingNormal } = state;
    checkSeed(initialSeed);
    if (pendingNormal !== null && !(Number.isFinite(pendingNormal?.radius) && Number.isFinite(pendingNormal?.angle))) {
      throw new ArgumentError("setState: expected half a normal pair, with a radius and an angle, or null");
    }
    this.twister.setState(state.twister);
    this.seeded = initialSeed;
    this.pending = pendingNormal !== null;
    this.radius = pendingNormal?.radius ?? 0;
    this.angle = pendingNormal?.angle ?? 0;
    return this;
  }

  /**
   * A whole number: from 0 to 2³² − 1 without arguments, from 0 to `count − 1` with one, from `from` to `to`, both
   * included, with two. One word; reduced by remainder, as in Torch.
   */
  random(): number;
  random(count: number): number;
  random(from: number, to: number): number;
  random(first?: number, to?: number): number {
    if (first === undefined) return this.twister.next();
    const from = to === undefined ? 0 : first;
    const count = to === undefined ? first : to - first + 1;
    if (!Number.isInteger(from) || !Number.isInteger(count) || count < 1) {
      const range = to === undefined ? `${first}` : `${first} to ${to}`;
      throw new ArgumentError(`random: expected a range of at least one whole number, got ${range}`);
    }
    return (this.twister.next() % count) + from;
  }

  /** A number uniform in [from, to), in steps of (to − from)·2⁻³². One word. */
  uniform(from = 0, to = 1): number {
    return this.twister.next() * 2 ** -32 * (to - from) + from;
  }

  /**
   * A normal number. Two words give a pair (Box–Muller); its second half is kept for the next call, which then draws
   * none.
   *
   * @throws ArgumentError unless `standardDeviation` is above 0
   */
  normal(mean = 0, standardDeviation = 1): number {
    checkPositive("normal", "standard deviation", standardDeviation);
    if (this.pending) {
      this.pending = false;
      return this.radius * Math.sin(this.angle) * standardDeviation + mean;
    }
    this.angle = 2 * Math.PI * this.uniform();
    this.radius = Math.sqrt(-2 * Math.log(1 - this.uniform()));
    this.pending = true;
    return this.radius * Math.cos(this.angle) * standardDeviation + mean;
  }

  /**
   * An exponential number of the given rate: −ln(1 − u) / rate. One word.
   *
   * @throws ArgumentError unless `rate` is above 0
   */
  exponential(rate: number): number {
    checkPositive("exponential", "rate", rate);
    return (-1 / rate) * Math.log(1 - this.uniform());
  }

  /** A Cauchy number: median + scale·tan(π(u − ½)). One word. */
  cauchy(median = 0, scale = 1): number {
    return median + scale * Math.tan(Math.PI * (this.uniform() - 0.5));
  }

  /**
   * The exponential of a normal number of this mean and standard deviation.
   *
   * @throws ArgumentError unless `standardDeviation` is above 0
   */
  logNormal(mean = 1, standardDeviation = 2): number {
    checkPositive("logNormal", "standard deviation", standardDeviation);
    return Math.exp(this.normal(mean, standardDeviation));
  }

  /**
   * A whole number from 1 up with P(i) = (1 − p)·pⁱ⁻¹: ⌊ln(1 − u) / ln p⌋ + 1. One word.
   *
   * @throws ArgumentError unless 0 < p < 1
   */
  geometric(p: number): number {
    checkProperProbability("geometric", p);
    return Math.floor(Math.log(1 - this.uniform()) / Math.log(p)) + 1;
  }

  /**
   * 1 with probability p, else 0: u ≤ p. One word.
   *
   * @throws ArgumentError unless 0 ≤ p ≤ 1
   */
  bernoulli(p = 0.5): number {
    checkProbability("bernoulli", p);
    return this.uniform() <= p ? 1 : 0;
  }
}

function checkSeed(seed: number): number {
  if (!Number.isInteger(seed) || seed < 0 || seed > LARGEST_SEED) {
    throw new ArgumentError(`expected a seed that is a whole number from 0 to ${LARGEST_SEED}, got ${seed}`);
  }
  return seed;
}

/**
 * Checks that an argument of a distribution is above 0.
 *
 * @throws ArgumentError when it is not
 */
export function checkPositive(operation: string, name: string, value: number): void {
  if (!(value > 0)) throw new ArgumentError(`${operation}: expected a ${name} above 0, got ${value}`);
}

/**
 * Checks that an argument is a probability.
 *
 * @throws ArgumentError when it is not
 */
export function checkProbability(operation: string, p: number): void {
  if (!(p >= 0 && p <= 1)) throw new ArgumentError(`${operation}: expected a probability from 0 to 1, got ${p}`);
}

/**
 * Checks that an argument is a probability other than 0 and 1.
 *
 * @throws ArgumentError when it is not
 */
export function checkProperProbability(operation: string, p: number): void {
  if (!(p > 0 && p < 1)) throw new ArgumentError(`${operation}: expected a probability between 0 and 1, got ${p}`);
}
