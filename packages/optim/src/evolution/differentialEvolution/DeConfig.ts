import { ArgumentError, type Generator, type Tensor } from "@rushlight/tensor";
import type { StepResult } from "../../evaluation/Evaluation.ts";
import { numberRule, type Rules } from "../../settings/Rule.ts";
import { count, finite, flag, positive } from "../../settings/rules.ts";
import type { StateLayout } from "../../state/StateLayout.ts";
import { generatorRule, wholeFrom } from "../rules.ts";

/** Settings of {@link de}. D is the number of parameters. */
export interface DeConfig {
  /** How often to evaluate, in all calls of a search; at least `popsize`. The last generation may be cut short. */
  readonly maxFEs: number;
  /** F, the factor of the difference between two members, above 0; 0.5 to 0.9 is usual. */
  readonly scaleFactor: number;
  /** CR, the probability of each coordinate to be changed, from 0 to 1. */
  readonly crossoverRate: number;
  /** How many members there are, from 3 up; 10·D when left out. */
  readonly popsize?: number;
  /** The lowest value of each coordinate in the first population; −30 when left out. Later ones may go beyond. */
  readonly minRegion?: number;
  /** The highest; 30 when left out. */
  readonly maxRegion?: number;
  /**
   * True follows the publication where Torch does not: one coordinate of each child, drawn at random, is changed for certain,
   * and the best member leads from the beginning. False, the default, draws as Torch does: the child whose number was drawn is
   * changed as a whole, others may be copies of their parent, and the worst member of the first population leads until a child
   * that takes its parent's place is better.
   */
  readonly asPublished?: boolean;
  /** The most generations of one call, to look at the search on the way; no limit when left out. */
  readonly maxGenerations?: number;
  /** Where random numbers come from; when left out, a generator of each search's own, with the seed 1. */
  readonly generator?: Generator;
}

/** What {@link de} remembers, to go on with a search. */
export interface DeState {
  /** Generations that were made after the first population. */
  generations?: number;
  /** Evaluations that were made. */
  evaluations?: number;
  /** The members, float64 `[popsize, D]`. */
  population?: Tensor;
  /** Their losses, float64 `[popsize]`. */
  losses?: Tensor;
  /** The member that children are made from. */
  leader?: number;
  /** Where the search's own generator is. */
  random?: number[];
  /** The best point, as the parameters. */
  best?: Tensor;
  /** Its loss; left out while no loss was finite. */
  bestLoss?: number;
}

/** What a call of {@link de} gives. `losses`: that of each evaluation, in order. */
export interface DeResult extends StepResult {
  /** How often this call evaluated. */
  readonly evaluations: number;
  /** The lowest loss of the search, that of x. */
  readonly bestLoss: number;
}

/** A search whose first population is there. */
export type DeMemory = Required<Omit<DeState, "bestLoss" | "random">> & Pick<DeState, "bestLoss" | "random">;

/** What the settings of {@link de} may be. */
export const deRules: Rules<DeConfig> = {
  maxFEs: count,
  scaleFactor: positive,
  crossoverRate: numberRule("a number from 0 to 1", (value) => value >= 0 && value <= 1),
  popsize: wholeFrom(3),
  minRegion: finite,
  maxRegion: finite,
  asPublished: flag,
  maxGenerations: count,
  generator: generatorRule,
};

/** What {@link de} remembers, field by field. */
export const deLayout: StateLayout<DeState> = {
  generations: "number",
  evaluations: "number",
  population: (x) => [undefined, x.nElement()],
  losses: () => [undefined],
  leader: "number",
  random: "numbers",
  best: "vector",
  bestLoss: "number",
};

/** The size of the population. */
export function popsizeOf({ popsize }: DeConfig, x: Tensor): number {
  return popsize ?? 10 * x.nElement();
}

/**
 * Checks that settings go together.
 *
 * @throws ArgumentError when they do not
 */
export function checkTogether(config: DeConfig, x: Tensor): void {
  const { minRegion = -30, maxRegion = 30, maxFEs } = config;
  if (!(minRegion < maxRegion)) {
    throw new ArgumentError(`de: expected a minRegion below maxRegion, got ${minRegion} and ${maxRegion}`);
  }
  const members = popsizeOf(config, x);
  if (maxFEs < members) {
    throw new ArgumentError(`de: expected maxFEs from popsize, ${members}, up, got ${maxFEs}`);
  }
}
