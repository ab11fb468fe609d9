import { ArgumentError } from "../errors/ArgumentError.ts";

const STATE_SIZE = 624;
const SHIFT_SIZE = 397;
const TWIST_MATRIX = 0x9908b0df;
const UPPER_BIT = 0x80000000;
const LOWER_BITS = 0x7fffffff;

/** A snapshot of a {@link MersenneTwister}: its 624 words and how many of them are used up. */
export interface MersenneTwisterState {
  readonly words: Uint32Array;
  readonly used: number;
}

/**
 * MT19937, the generator of 32-bit words that Torch7 draws from.
 *
 * Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally equidistributed uniform pseudorandom
 * number generator", 1998, with the 2002 seeding.
 */
export class MersenneTwister {
  private readonly words = new Uint32Array(STATE_SIZE);
  private used = STATE_SIZE;

  /** @param seed a whole number, of which the lowest 32 bits count */
  constructor(seed: number) {
    this.seed(seed);
  }

  /** Starts the sequence of a seed. */
  seed(seed: number): void {
    const words = this.words;
    words[0] = seed % 2 ** 32;
    for (let j = 1; j < STATE_SIZE; j++) {
      const previous = words[j - 1];
      words[j] = Math.imul(1812433253, previous ^ (previous >>> 30)) + j;
    }
    this.used = STATE_SIZE;
  }

  /** The next word: a whole number from 0 to 2³² − 1. */
  next(): number {
    if (this.used === STATE_SIZE) this.twist();
    let word = this.words[this.used++];
    word ^= word >>> 11;
    word ^= (word << 7) & 0x9d2c5680;
    word ^= (word << 15) & 0xefc60000;
    word ^= word >>> 18;
    return word >>> 0;
  }

  /** Everything that the next words depend on. */
  getState(): MersenneTwisterState {
    return { words: this.words.slice(), used: this.used };
  }

  /**
   * Goes on from a snapshot that {@link getState} made.
   *
   * @throws ArgumentError for anything else; nothing is changed then
   */
  setState(state: MersenneTwisterState): void {
    const words = state?.words;
    const used = state?.used;
    // A clone from another realm is no instance of this one's Uint32Array.
    if (Object.prototype.toString.call(words) !== "[object Uint32Array]") {
      throw new ArgumentError(`setState: expected words in a Uint32Array, got ${String(words)}`);
    }
    if (words.length !== STATE_SIZE || !Number.isInteger(used) || used < 0 || used > STATE_SIZE) {
      throw new ArgumentError(
        `setState: expected ${STATE_SIZE} words, from 0 to all of them used, got ${words.length} words with ${used} used`,
      );
    }
    if (words.every((word) => word === 0)) throw new ArgumentError("setState: expected words that are not all 0");
    this.words.set(words);
    this.used = used;
  }

  private twist(): void {
    const words = this.words;
    for (let j = 0; j < STATE_SIZE; j++) {
      const mixed = (words[j] & UPPER_BIT) | (words[(j + 1) % STATE_SIZE] & LOWER_BITS);
      words[j] = words[(j + SHIFT_SIZE) % STATE_SIZE] ^ (mixed >>> 1) ^ (mixed & 1 ? TWIST_MATRIX : 0);
    }
    this.used = 0;
  }
}
