import { ArgumentError, shown } from "@rushlight/tensor";
import { checkValues, type Rules, type ValueRule } from "../settings/Rule.ts";
import { finite, nonNegative, part, whole } from "../settings/rules.ts";
import type { Schedule } from "./Schedule.ts";

/** Options of {@link Plateau}. */
export interface PlateauOptions {
  /** What the value is multiplied by when it falls, from 0 to 1; 0.1 when left out. */
  readonly factor?: number;
  /** How many losses in a row may be no better before it falls; 10 when left out. */
  readonly patience?: number;
  /** By which share of the lowest loss a loss must be lower to be better; 1e-4 when left out. */
  readonly threshold?: number;
  /** How many losses are not counted after it fell; 0 when left out. */
  readonly cooldown?: number;
  /** What it never falls below; 0 when left out. */
  readonly lowest?: number;
}

/** What a {@link Plateau} remembers. */
export interface PlateauState {
  readonly value: number;
  /** The lowest loss so far; null before the first. */
  readonly best: number | null;
  /** How many losses in a row were no better. */
  readonly waited: number;
  /** How many losses are still not counted. */
  readonly cooling: number;
}

/** What a state may hold. */
const stateRules: Rules<PlateauState, ValueRule> = {
  value: finite,
  best: (owner, name, value) => {
    if (value !== null) finite(owner, name, value);
  },
  waited: whole,
  cooling: whole,
};

/**
 * A value that falls when a loss does not: tell it a loss, after an epoch as a rule, with {@link observe}.
 *
 * A loss is better when it is below lowest − threshold·|lowest|. NaN and infinity are never better. Unlike other schedules it follows what it
 * was told, not the step: save its {@link state} with that of the optimiser.
 *
 * @example
 * ```ts
 * import { Plateau, SGD } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const rate = new Plateau(0.5, { patience: 1, factor: 0.5 });
 * const optimizer = new SGD(tensor([1]), { learningRate: rate });
 * for (const loss of [3, 2, 2, 2]) rate.observe(loss);
 * console.log(rate.at(0)); // 0.25
 * ```
 */
export class Plateau implements Schedule {
  private readonly settings: Required<PlateauOptions>;
  private current: PlateauState;

  /**
   * @param value what it begins with
   * @throws ArgumentError for values and options that make no sense
   */
  constructor(value: number, options: PlateauOptions = {}) {
    const rules = { factor: part, patience: whole, threshold: nonNegative, cooldown: whole, lowest: nonNegative };
    checkValues("Plateau", options, rules);
    finite("Plateau", "value", value);
    const { factor = 0.1, patience = 10, threshold = 1e-4, cooldown = 0, lowest = 0 } = options;
    this.settings = { factor, patience, threshold, cooldown, lowest };
    this.current = { value, best: null, waited: 0, cooling: 0 };
  }

  /** The value, whatever the step. */
  at(_step: number): number {
    return this.current.value;
  }

  /**
   * Takes a loss into account.
   *
   * @returns the value from now on
   * @throws ArgumentError for something that is no number
   */
  observe(loss: number): number {
    if (typeof loss !== "number") throw new ArgumentError(`Plateau: expected a number as loss, got ${shown(loss)}`);
    const { factor, patience, cooldown, lowest } = this.settings;
    const { value, best } = this.current;
    const better = this.isBetter(loss);
    const cooling = Math.max(this.current.cooling - 1, 0);
    const waited = better || this.current.cooling > 0 ? 0 : this.current.waited + 1;
    const falls = waited > patience;
    this.current = {
      value: falls ? Math.min(value, Math.max(value * factor, lowest)) : value,
      best: better ? loss : best,
      waited: falls ? 0 : waited,
      cooling: falls ? cooldown : cooling,
    };
    return this.current.value;
  }

  /** What it remembers, as plain data. */
  state(): PlateauState {
    return this.current;
  }

  /**
   * Goes on from what {@link state} gave.
   *
   * @throws ArgumentError for anything else
   */
  load(state: PlateauState): this {
    checkValues("Plateau", state, stateRules, ["value", "best", "waited", "cooling"]);
    this.current = { ...state };
    return this;
  }

  private isBetter(loss: number): boolean {
    const { best } = this.current;
    if (best === null) return loss < Infinity;
    return loss < best - this.settings.threshold * Math.abs(best);
  }
}
