import { adadelta, adagrad, adam, adamax, asgd, cg, lbfgs, lswolfe, nag, rmsprop, rprop, sgd } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import { NotImplemented } from "../../mapping/NotImplemented.ts";
import { replayCmaes, replayDe } from "./evolution.ts";

/** What an optimiser gives: the losses that it saw, and what it gives beside them. */
interface Minimised {
  readonly losses: readonly number[];
  /** Torch7's third result. */
  readonly third?: unknown;
}

/** Moves parameters in place, once or as often as the optimiser iterates. */
export type Optimizer = (
  evaluate: (parameters: Tensor) => readonly [loss: number, gradient: Tensor],
  parameters: Tensor,
  config: Readonly<Record<string, unknown>>,
  state?: Record<string, unknown>,
) => Minimised;

/** The optimisers by Torch7's name. Their settings have Torch7's names. */
export const optimizers: Readonly<Record<string, Optimizer>> = {
  adadelta,
  adagrad,
  adam,
  adamax,
  asgd: (evaluate, parameters, config, state) => {
    const { losses, average } = asgd(evaluate, parameters, config, state);
    return { losses, third: average };
  },
  cg: (evaluate, parameters, config, state) => {
    const { losses, evaluations } = cg(evaluate, parameters, config, state);
    return { losses, third: evaluations };
  },
  lbfgs: (evaluate, parameters, config, state) => {
    const { losses, evaluations } = lbfgs(evaluate, parameters, withLineSearch(config), state);
    return { losses, third: evaluations };
  },
  cmaes: replayCmaes,
  de: replayDe,
  nag,
  rmsprop,
  rprop,
  sgd,
};

/** Settings with the line search that they name. */
function withLineSearch({
  lineSearch,
  ...config
}: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  if (lineSearch === undefined) return config;
  if (lineSearch !== "optim.lswolfe") throw new NotImplemented("a line search other than optim.lswolfe");
  return { ...config, lineSearch: lswolfe };
}
