import { ArgumentError, type Tensor } from "@rushlight/tensor";
import { checkLikeParameters, checkParameters } from "../../evaluation/checks.ts";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { type GuardedEvaluation, guarded } from "../../evaluation/GuardedEvaluation.ts";
import type { OptimizerFunction } from "../../optimizer/FunctionOptimizer.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { checkWhole } from "../../state/checkWhole.ts";
import type { LineSearchResult } from "../lineSearch/LineSearch.ts";
import type { SearchResult } from "../SearchResult.ts";
import { checkLineSearch, type LbfgsConfig, type LbfgsState, lbfgsLayout, lbfgsRules } from "./LbfgsConfig.ts";
import { type Directed, direct } from "./lbfgsDirection.ts";

/** L-BFGS. */
export const lbfgsMethod: OptimizerFunction<Evaluation, SearchResult, LbfgsConfig, LbfgsState> = {
  name: "lbfgs",
  layout: lbfgsLayout,
  begin: () => ({}),
  check(config, x) {
    checkParameters("lbfgs", x);
    checkSettings("lbfgs", config, lbfgsRules, x);
    checkLineSearch(config);
  },
  run(evaluate, x, config, state) {
    checkMemory(state);
    return guarded("lbfgs", x, state, (guard) => search(guard, evaluate, x, config, state));
  },
};

/** Checks that nothing is missing in the state of a search that has begun. */
function checkMemory(state: LbfgsState): void {
  const { nIter = 0, oldDirs = [], oldStps = [] } = state;
  if (nIter > 0) checkWhole("lbfgs", state, lbfgsLayout);
  if (oldDirs.length === oldStps.length) return;
  throw new ArgumentError(
    `lbfgs: expected a state with as many oldDirs as oldStps, got ${oldDirs.length} and ${oldStps.length}`,
  );
}

/** A step, and what the function is after it; without evaluations it is what it was before. */
type Step = Omit<LineSearchResult, "x">;

function search(
  guard: GuardedEvaluation,
  evaluate: Evaluation,
  x: Tensor,
  config: LbfgsConfig,
  state: LbfgsState,
): SearchResult {
  const { maxIter = 20, tolFun = 1e-5, tolX = 1e-9, nCorrection = 100 } = config;
  const { maxEval = 1.25 * maxIter } = config;
  let [f, g] = guard.lossAndGradient(evaluate);
  let evaluations = 1;
  state.funcEval = (state.funcEval ?? 0) + 1;
  const losses = [f];
  if (g.norm(1) <= tolFun) return { x, losses, evaluations };

  for (let iteration = 1; ; iteration++) {
    const directed = direct(state, g, nCorrection);
    const { d } = directed;
    const slope = g.dot(d);
    directed.gOld.copy(g);
    const fOld = f;
    directed.fOld = f;
    if (slope > -tolX) break;
    const step = takeStep(guard, evaluate, x, config, directed, { f, g, slope, last: iteration === maxIter });
    ({ f, g } = step);
    directed.t = step.t;
    if (step.evaluations > 0) losses.push(f);
    evaluations += step.evaluations;
    directed.funcEval += step.evaluations;
    if (iteration === maxIter || evaluations >= maxEval || g.norm(1) <= tolFun) break;
    if (Math.abs(step.t) * d.norm(1) <= tolX || Math.abs(f - fOld) < tolX) break;
  }
  return { x, losses, evaluations };
}

/** Moves the parameters along the direction. When that fails, the state is as if the iteration had not begun. */
function takeStep(
  guard: GuardedEvaluation,
  evaluate: Evaluation,
  x: Tensor,
  { learningRate = 1, lineSearch, lineSearchOptions }: LbfgsConfig,
  state: Directed,
  { f, g, slope, last }: { f: number; g: Tensor; slope: number; last: boolean },
): Step {
  const { d, gOld } = state;
  const t = state.nIter === 1 ? Math.min(1, 1 / g.norm(1)) * learningRate : learningRate;
  try {
    if (lineSearch === undefined) {
      x.add(t, d);
      // In the last iteration the next call evaluates, perhaps on other samples.
      if (last) return { f, g, t, evaluations: 0 };
      const [loss, gradient] = guard.lossAndGradient(evaluate);
      guard.accept();
      return { f: loss, g: gradient, t, evaluations: 1 };
    }
    const counted: Evaluation = (at) => guard.lossAndGradient(evaluate, at);
    const found = lineSearch(counted, x, t, d, f, gOld, slope, lineSearchOptions);
    checkFound(guard, found, x);
    guard.accept();
    return found;
  } catch (error) {
    state.nIter -= 1;
    // No step has been made, so that the next direction learns nothing from it.
    state.t = 0;
    throw error;
  }
}

/** Checks what a line search gave, which may be one of the user's. */
function checkFound(guard: GuardedEvaluation, { f, g, t, evaluations }: LineSearchResult, x: Tensor): void {
  guard.checkLoss(f);
  checkLikeParameters("lbfgs", "gradient from the line search", g, x);
  if (Number.isFinite(t) && Number.isSafeInteger(evaluations) && evaluations >= 0) return;
  throw new ArgumentError(
    `lbfgs: expected a finite step length and a count of evaluations from the line search, got ${t} and ${evaluations}`,
  );
}
