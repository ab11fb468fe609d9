import { defaultGenerator, eye, type Tensor, zeros } from "@rushlight/tensor";
import type { LossEvaluation } from "../../evaluation/Evaluation.ts";
import type { OptimizerFunction } from "../../optimizer/FunctionOptimizer.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { checkWhole } from "../../state/checkWhole.ts";
import { checkSearched } from "../checkSearched.ts";
import { required } from "../rules.ts";
import { Trials } from "../Trials.ts";
import {
  type CmaesConfig,
  type CmaesMemory,
  type CmaesResult,
  type CmaesState,
  type CmaesStop,
  cmaesLayout,
  cmaesRules,
} from "./CmaesConfig.ts";
import { CovarianceSearch } from "./CovarianceSearch.ts";

const LONGEST = 1e7;
const LEAST_SPREAD = 1e-12;
const LEAST_STEP = 1e-11;

const searches = new WeakMap<CmaesState, CovarianceSearch>();

/** CMA-ES on the losses alone. */
export const cmaesMethod: OptimizerFunction<LossEvaluation, CmaesResult, CmaesConfig, CmaesState> = {
  name: "cmaes",
  layout: cmaesLayout,
  begin: () => ({}),
  check(config, x) {
    checkSearched("cmaes", x);
    required("cmaes", config, "sigma", "a number above 0");
    checkSettings("cmaes", config, cmaesRules, x);
  },

  run(evaluate, x, config, state) {
    const { generator = defaultGenerator(), maxGenerations = Infinity } = config;
    begin(state, x, config);
    const search = searchFor(state, x, config);
    const trials = new Trials("cmaes", evaluate, x, state);
    const losses: number[] = [];
    let stop: CmaesStop | undefined;
    try {
      if (state.generations === 0) losses.push(trials.loss());
      for (let done = 0; ; done++) {
        stop = reasonToStop(state, search, config);
        if (stop === undefined && done === maxGenerations) stop = "maxGenerations";
        if (stop === undefined && !search.decompose()) stop = "condition";
        if (stop !== undefined) break;
        search.sample(generator);
        for (const [i, candidate] of search.candidates.each.entries()) search.losses[i] = trials.loss(candidate);
        search.learn();
        keepSpread(state, search.losses);
        losses.push(search.losses[0]);
      }
    } finally {
      x.copy(state.best);
    }
    losses.push(state.bestLoss ?? Infinity);
    return { x, losses, evaluations: trials.count, stop };
  },
};

/** Makes the memory of a search that begins, unless it goes on. */
function begin(state: CmaesState, x: Tensor, { sigma }: CmaesConfig): asserts state is CmaesMemory {
  if ((state.generations ?? 0) > 0) {
    checkWhole("cmaes", state, cmaesLayout, ["bestLoss", "spread"]);
    return;
  }
  const n = x.nElement();
  const zero = zeros([n], { dtype: "float64" });
  const identity = eye(n, n, { dtype: "float64" });
  delete state.bestLoss;
  delete state.spread;
  Object.assign(state, {
    generations: 0,
    evaluations: 0,
    decomposedAt: 0,
    sigma,
    mean: zeros([n], { dtype: "float64" }).copy(x.contiguous().view(n)),
    covariance: identity,
    vectors: identity,
    scales: zeros([n], { dtype: "float64" }).fill(1),
    sigmaPath: zero,
    covariancePath: zero,
    best: x.clone(),
  } satisfies CmaesMemory);
}

/** The search of a state, with what it needs to work: made once for each state. */
function searchFor(memory: CmaesMemory, x: Tensor, { popsize }: CmaesConfig): CovarianceSearch {
  const count = popsize ?? 4 + Math.floor(3 * Math.log(x.nElement()));
  const known = searches.get(memory);
  if (known?.isFor(memory, x, count) === true) return known;
  const search = new CovarianceSearch(memory, x, count);
  searches.set(memory, search);
  return search;
}

function keepSpread(memory: CmaesMemory, sorted: Float64Array): void {
  const spread = sorted[sorted.length - 1] - sorted[0];
  if (Number.isFinite(spread)) memory.spread = spread;
  else delete memory.spread;
}

/** The first rule for the end that holds, once there were enough generations. */
function reasonToStop(memory: CmaesMemory, search: CovarianceSearch, config: CmaesConfig): CmaesStop | undefined {
  const { maxEval = 1e3 * memory.mean.nElement() ** 2, ftarget = -Infinity, minIterations = 1 } = config;
  const [shortest, longest] = search.extremes();
  if (memory.generations < minIterations) return undefined;
  if (memory.evaluations >= maxEval) return "maxEval";
  if ((memory.bestLoss ?? Infinity) <= ftarget) return "ftarget";
  if (longest > LONGEST * shortest) return "condition";
  if ((memory.spread ?? Infinity) < LEAST_SPREAD) return "spread";
  if (memory.sigma * longest < LEAST_STEP) return "step";
  return undefined;
}
