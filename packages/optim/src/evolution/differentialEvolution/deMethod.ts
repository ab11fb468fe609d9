import { type Generator, type Tensor, tensor } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import type { OptimizerFunction } from "../../optimizer/FunctionOptimizer.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { checkWhole } from "../../state/checkWhole.ts";
import { checkSearched } from "../checkSearched.ts";
import { rowsLike } from "../rows.ts";
import { required } from "../rules.ts";
import { type BestPoint, Trials } from "../Trials.ts";
import {
  checkTogether,
  type DeConfig,
  type DeMemory,
  type DeResult,
  type DeState,
  deLayout,
  deRules,
  popsizeOf,
} from "./DeConfig.ts";
import { checkPopulation, DifferentialSearch } from "./DifferentialSearch.ts";
import { ownGenerator, savedGenerator } from "./ownGenerator.ts";

const searches = new WeakMap<DeState, DifferentialSearch>();

/** Differential evolution. */
export const deMethod: OptimizerFunction<LossEvaluation, DeResult, DeConfig, DeState> = {
  name: "de",
  layout: deLayout,
  begin: () => ({}),
  check(config, x) {
    checkSearched("de", x);
    required("de", config, "maxFEs", "a whole number from 1 up");
    required("de", config, "scaleFactor", "a number above 0");
    required("de", config, "crossoverRate", "a number from 0 to 1");
    checkSettings("de", config, deRules, x);
    checkTogether(config, x);
  },

  run(evaluate, x, config, state) {
    const { maxFEs, maxGenerations = Infinity } = config;
    const goesOn = state.population !== undefined;
    const own = ownGenerator(goesOn ? state.random : undefined);
    const { generator = own } = config;
    begin(state, x, config);
    const trials = new Trials("de", evaluate, x, state);
    const losses: number[] = [];
    try {
      populate(state, x, config, generator, trials, losses);
      const search = searchFor(state, x);
      for (let done = 0; done < maxGenerations && state.evaluations < maxFEs; done++) {
        search.advance(generator, trials, config, losses);
      }
    } finally {
      if (generator === own) state.random = savedGenerator(own);
      x.copy(state.best);
    }
    return { x, losses, evaluations: trials.count, bestLoss: state.bestLoss ?? Infinity };
  },
};

/** Checks the memory of a search that goes on, or begins anew. */
function begin(state: DeState, x: Tensor, config: DeConfig): asserts state is DeState & BestPoint {
  if (state.population === undefined) {
    delete state.bestLoss;
    state.best = x.clone();
    return;
  }
  checkWhole("de", state, deLayout, ["bestLoss", "random"]);
  checkPopulation(state, popsizeOf(config, x));
}

/** Draws and evaluates the first population, unless there is one. */
function populate(
  state: DeState & BestPoint,
  x: Tensor,
  config: DeConfig,
  generator: Generator,
  trials: Trials,
  losses: number[],
): asserts state is DeMemory {
  if (state.population !== undefined) return;
  const { minRegion = -30, maxRegion = 30, asPublished = false } = config;
  const popsize = popsizeOf(config, x);
  const { data, whole, each } = rowsLike(x, popsize);
  for (let i = 0; i < data.length; i++) data[i] = generator.uniform(minRegion, maxRegion);
  for (const member of each) losses.push(trials.loss(member));
  const leads = asPublished
    ? (a: number, b: number): boolean => losses[a] < losses[b]
    : (a: number, b: number): boolean => losses[a] > losses[b];
  let leader = 0;
  for (let i = 1; i < popsize; i++) if (leads(i, leader)) leader = i;
  Object.assign(state, {
    generations: 0,
    evaluations: popsize,
    population: whole,
    losses: tensor(losses, { dtype: "float64" }),
    leader,
    best: state.best,
  } satisfies DeMemory);
}

function searchFor(memory: DeMemory, x: Tensor): DifferentialSearch {
  const known = searches.get(memory);
  if (known?.isFor(memory, x) === true) return known;
  const search = new DifferentialSearch(memory, x);
  searches.set(memory, search);
  return search;
}
