import { Adadelta, Adagrad, Adam, Adamax, AdamW, NAG, RMSprop, Rprop, SGD } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";

/** Gives the loss and its gradient. */
export type Evaluation = () => readonly [number, Tensor];

/** What an optimiser is set to. */
export interface OptimizerSettings {
  /** The learning rate. */
  readonly rate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** An optimiser. */
export interface OptimizerKind {
  /** The rate that it usually does well with. */
  readonly rate: number;
  /** Whether it has a momentum, and a weight decay. */
  readonly takes: readonly ("momentum" | "weightDecay")[];
  /** Changes the parameters by a step. */
  start(parameters: Tensor, settings: OptimizerSettings): (evaluate: Evaluation) => void;
}

type Stepper = { step(evaluate: Evaluation): unknown };

function kind(
  rate: number,
  takes: OptimizerKind["takes"],
  build: (parameters: Tensor, settings: OptimizerSettings) => Stepper,
): OptimizerKind {
  return {
    rate,
    takes,
    start: (parameters, settings) => {
      const optimizer = build(parameters, settings);
      return (evaluate) => {
        optimizer.step(evaluate);
      };
    },
  };
}

/** The optimisers by their names on the command line. */
export const optimizers: Readonly<Record<string, OptimizerKind>> = {
  sgd: kind(
    0.05,
    ["momentum", "weightDecay"],
    (parameters, { rate, momentum, weightDecay }) =>
      // Torch's dampening is the momentum unless it is given, which turns the sum of past gradients into a mean.
      new SGD(parameters, { learningRate: rate, momentum, dampening: 0, weightDecay }),
  ),
  nag: kind(
    0.02,
    ["momentum", "weightDecay"],
    (parameters, { rate, momentum, weightDecay }) => new NAG(parameters, { learningRate: rate, momentum, weightDecay }),
  ),
  adam: kind(
    0.003,
    ["weightDecay"],
    (parameters, { rate, weightDecay }) => new Adam(parameters, { learningRate: rate, weightDecay }),
  ),
  adamw: kind(
    0.003,
    ["weightDecay"],
    (parameters, { rate, weightDecay }) => new AdamW(parameters, { learningRate: rate, weightDecay }),
  ),
  adamax: kind(
    0.003,
    ["weightDecay"],
    (parameters, { rate, weightDecay }) => new Adamax(parameters, { learningRate: rate, weightDecay }),
  ),
  adagrad: kind(
    0.03,
    ["weightDecay"],
    (parameters, { rate, weightDecay }) => new Adagrad(parameters, { learningRate: rate, weightDecay }),
  ),
  rmsprop: kind(
    0.001,
    ["weightDecay"],
    (parameters, { rate, weightDecay }) => new RMSprop(parameters, { learningRate: rate, weightDecay }),
  ),
  adadelta: kind(1, ["weightDecay"], (parameters, { weightDecay }) => new Adadelta(parameters, { weightDecay })),
  rprop: kind(0.01, [], (parameters, { rate }) => new Rprop(parameters, { stepsize: rate })),
};
