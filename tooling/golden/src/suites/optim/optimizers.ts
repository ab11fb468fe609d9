import { adadelta, adagrad, adam, adamax, asgd, nag, rmsprop, rprop, sgd } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
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
  cmaes: replayCmaes,
  de: replayDe,
  nag,
  rmsprop,
  rprop,
  sgd,
};
