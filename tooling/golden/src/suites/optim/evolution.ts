import { cmaes, type DeState, de } from "@rushlight/optim";
import { FixtureError } from "../../fixtures/FixtureError.ts";
import type { Optimizer } from "./optimizers.ts";

/** CMA-ES. Torch7 prints on the way, as `verb_disp` says, and does not count the evaluation of x. */
export const replayCmaes: Optimizer = (evaluate, parameters, lua, state) => {
  const { verb_disp, min_iterations = 1, ...config } = lua;
  const settings = {
    ...config,
    sigma: required(lua, "sigma"),
    minIterations: required({ min_iterations }, "min_iterations"),
  };
  const { losses, evaluations } = cmaes(evaluate, parameters, settings, state);
  return { losses, third: evaluations - 1 };
};

/** Differential evolution. Torch7 gives the leader, which a member of the first population may surpass. */
export const replayDe: Optimizer = (evaluate, parameters, config, state: DeState = {}) => {
  const settings = {
    ...config,
    maxFEs: required(config, "maxFEs"),
    scaleFactor: required(config, "scaleFactor"),
    crossoverRate: required(config, "crossoverRate"),
  };
  const { losses, bestLoss } = de(evaluate, parameters, settings, state);
  const { population, losses: lossOf, leader = 0 } = state;
  const surpassed = lossOf !== undefined && bestLoss < lossOf.get(leader);
  if (surpassed && population !== undefined) parameters.copy(population.select(0, leader).viewAs(parameters));
  return { losses };
};

function required(config: Readonly<Record<string, unknown>>, name: string): number {
  const value = config[name];
  if (typeof value === "number") return value;
  throw new FixtureError("optim.json", `expected a number as ${name}, got ${String(value)}`);
}
