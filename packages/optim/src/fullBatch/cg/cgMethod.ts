import type { Tensor } from "@rushlight/tensor";
import { checkParameters } from "../../evaluation/checks.ts";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { type GuardedEvaluation, guarded } from "../../evaluation/GuardedEvaluation.ts";
import type { OptimizerFunction } from "../../optimizer/FunctionOptimizer.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { scratch } from "../../state/scratch.ts";
import type { SearchResult } from "../SearchResult.ts";
import { type CgConfig, type CgState, cgRules } from "./CgConfig.ts";
import { SearchDirection } from "./SearchDirection.ts";
import { wolfePowell } from "./wolfePowell.ts";

/** Keeps a quotient of slopes from being a division by 0. */
const TINY = 1e-320;

/** Nonlinear conjugate gradients. */
export const cgMethod: OptimizerFunction<Evaluation, SearchResult, CgConfig, CgState> = {
  name: "cg",
  layout: { funcEval: "number" },
  begin: () => ({}),
  check(config, x) {
    checkParameters("cg", x);
    checkSettings("cg", config, cgRules, x);
  },
  run(evaluate, x, config, state) {
    return guarded("cg", x, state, (guard) => {
      try {
        const losses = search(guard, evaluate, x, config, state);
        return { x, losses, evaluations: guard.evaluations };
      } finally {
        state.funcEval = (state.funcEval ?? 0) + guard.evaluations;
      }
    });
  },
};

/** Searches line by line; gives the losses of the points that were accepted. */
function search(guard: GuardedEvaluation, evaluate: Evaluation, x: Tensor, config: CgConfig, state: CgState): number[] {
  const { rho = 0.01, sig = 0.5, int = 0.1, ext = 3, maxIter = 20, ratio = 100, red = 1 } = config;
  const { maxEval = 1.25 * maxIter, retrySteepestDescent = false } = config;
  const line = new SearchDirection(guard, evaluate, x, scratch(state, "s", x), scratch(state, "df2", x));

  let loss = line.evaluateHere();
  const losses = [loss];
  let gradient = scratch(state, "df1", x).copy(line.gradient);
  let slope = line.descend(gradient);
  let step = red / (1 - slope);
  let steepest = false;
  while (guard.evaluations < maxEval) {
    const trials = Math.min(maxIter, maxEval - guard.evaluations - 1);
    const end = wolfePowell(line, { loss, slope }, step, trials, { rho, sig, int, ext });
    if (end.found) {
      guard.accept();
      losses.push(end.loss);
      loss = end.loss;
      [gradient, line.gradient] = [line.gradient, gradient];
      const before = slope;
      slope = conjugate(line, gradient);
      step = end.step * Math.min(ratio, before / (slope - TINY));
      steepest = false;
      continue;
    }
    guard.back();
    if (!retrySteepestDescent || steepest || guard.evaluations > maxEval) break;
    slope = line.descend(gradient);
    step = 1 / (1 - slope);
    steepest = true;
  }
  return losses;
}

/**
 * Turns the direction to the conjugate of a gradient, by Polak and Ribière, when it leads down, else against the
 * gradient.
 *
 * @returns the slope there
 */
function conjugate(line: SearchDirection, gradient: Tensor): number {
  const last = line.gradient;
  const beta = (gradient.dot(gradient) - gradient.dot(last)) / last.dot(last);
  const slope = line.s.mul(beta).add(-1, gradient).dot(gradient);
  return slope > 0 ? line.descend(gradient) : slope;
}
