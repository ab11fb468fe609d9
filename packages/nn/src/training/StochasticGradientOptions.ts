import type { AnyCriterion, AnyModule, InputOf } from "@rushlight/module";
import { ArgumentError, checkOptions } from "@rushlight/tensor";
import type { EpochEnd } from "./events.ts";
import type { StochasticGradient } from "./StochasticGradient.ts";
import { shown } from "./shown.ts";
import type { TargetOf } from "./types.ts";

/** Options of a {@link StochasticGradient}, which has a field for each. */
export interface StochasticGradientOptions<M extends AnyModule = AnyModule, C extends AnyCriterion = AnyCriterion> {
  /** The step length of the first epoch; 0.01 when left out. */
  readonly learningRate?: number | undefined;
  /** From the second epoch on, the step length is learningRate / (1 + epoch·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number | undefined;
  /** How many epochs to train; 0 or less for no end. 25 when left out. */
  readonly maxIteration?: number | undefined;
  /** Whether to take the examples in an order drawn from the default generator. True when left out. */
  readonly shuffleIndices?: boolean | undefined;
  /** Whether to draw that order anew for each epoch, instead of once for all. False when left out, as in Torch. */
  readonly reshuffle?: boolean | undefined;
  /** Asked after each epoch; true ends the training. */
  readonly stopWhen?: ((epoch: EpochEnd<M, C>) => boolean) | undefined;
  /** Called after each example, as Torch does. */
  readonly hookExample?: HookExample<M, C> | undefined;
  /** Called after each epoch with its number, from 1 up, and its error, as Torch does. */
  readonly hookIteration?: HookIteration<M, C> | undefined;
  /** Whether to print the error of each epoch. False when left out; Torch's is true. */
  readonly verbose?: boolean | undefined;
  /** What takes a line to print; `console.log` when left out. */
  readonly print?: ((line: string) => unknown) | undefined;
}

/** Is told of each example. */
export type HookExample<M extends AnyModule, C extends AnyCriterion> = (
  trainer: StochasticGradient<M, C>,
  example: readonly [input: InputOf<M>, target: TargetOf<C> | number],
) => void;

/** Is told of each epoch. */
export type HookIteration<M extends AnyModule, C extends AnyCriterion> = (
  trainer: StochasticGradient<M, C>,
  iteration: number,
  error: number,
) => void;

const booleans = ["shuffleIndices", "reshuffle", "verbose"] as const;
const functions = ["stopWhen", "hookExample", "hookIteration", "print"] as const;

/** Options as they are given, or the fields that they are kept in. */
export type GivenSettings = Readonly<Partial<Record<keyof StochasticGradientOptions, unknown>>>;

/**
 * Checks the values of options, which may be left out.
 *
 * @throws ArgumentError for values that make no sense
 */
export function checkSettings(owner: string, settings: GivenSettings): void {
  const check = (name: keyof GivenSettings, isRight: (value: unknown) => boolean, expected: string): void => {
    const value = settings[name];
    if (value === undefined || isRight(value)) return;
    throw new ArgumentError(`${owner}: expected ${expected} as ${name}, got ${shown(value)}`);
  };
  check("learningRate", Number.isFinite, "a finite number");
  check("learningRateDecay", (decay) => Number.isFinite(decay) && Number(decay) >= 0, "a finite number from 0 up");
  check("maxIteration", Number.isInteger, "a whole number");
  for (const name of booleans) check(name, (value) => typeof value === "boolean", "true or false");
  for (const name of functions) check(name, (value) => typeof value === "function", "a function");
  if (settings.reshuffle === true && settings.shuffleIndices === false) {
    throw new ArgumentError(`${owner}: expected reshuffle only together with shuffleIndices, got it alone`);
  }
}

/**
 * Checks options.
 *
 * @throws ArgumentError for those that do not exist, and for values that make no sense
 */
export function checkTrainerOptions(owner: string, options: GivenSettings): void {
  checkOptions(owner, options, ["learningRate", "learningRateDecay", "maxIteration", ...booleans, ...functions]);
  checkSettings(owner, options);
}
