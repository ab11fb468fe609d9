import { Adadelta, Adagrad, Adam, Adamax, AdamW, NAG, RMSprop, Rprop, SGD } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";

/** Gives the loss and its gradient. */
type Evaluation = () => readonly [number, Tensor];

/** What an optimiser is set to. */
export interface OptimizerSettings {
  /** The learning rate. */
  readonly rate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** An optimiser. */
export interface OptimizerKind {
  /** The settings that it has, and what they usually are. */
  readonly usual: Partial<OptimizerSettings>;
  /** Gives a function that changes the parameters by a step. */
  start(parameters: Tensor, settings: OptimizerSettings): (evaluate: Evaluation) => void;
}

interface Stepper {
  step(evaluate: Evaluation): unknown;
}

function kind(
  usual: Partial<OptimizerSettings>,
  build: (parameters: Tensor, settings: OptimizerSettings) => Stepper,
): OptimizerKind {
  return {
    usual,
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
    { rate: 0.05, momentum: 0, weightDecay: 0 },
    (parameters, { rate, momentum, weightDecay }) =>
      // Torch's dampening is the momentum unless it is given, which turns the sum of past gradients into a mean.
      new SGD(parameters, { learningRate: rate, momentum, dampening: 0, weightDecay }),
  ),
  nag: kind(
    { rate: 0.01, momentum: 0.9, weightDecay: 0 },
    (parameters, { rate, momentum, weightDecay }) => new NAG(parameters, { learningRate: rate, momentum, weightDecay }),
  ),
  adam: kind(
    { rate: 0.003, weightDecay: 0 },
    (parameters, { rate, weightDecay }) => new Adam(parameters, { learningRate: rate, weightDecay }),
  ),
  adamw: kind(
    { rate: 0.003, weightDecay: 0.01 },
    (parameters, { rate, weightDecay }) => new AdamW(parameters, { learningRate: rate, weightDecay }),
  ),
  adamax: kind(
    { rate: 0.003, weightDecay: 0 },
    (parameters, { rate, weightDecay }) => new Adamax(parameters, { learningRate: rate, weightDecay }),
  ),
  adagrad: kind(
    { rate: 0.03, weightDecay: 0 },
    (parameters, { rate, weightDecay }) => new Adagrad(parameters, { learningRate: rate, weightDecay }),
  ),
  rmsprop: kind(
    { rate: 0.001, weightDecay: 0 },
    (parameters, { rate, weightDecay }) => new RMSprop(parameters, { learningRate: rate, weightDecay }),
  ),
  adadelta: kind({ weightDecay: 0 }, (parameters, { weightDecay }) => new Adadelta(parameters, { weightDecay })),
  rprop: kind({ rate: 0.01 }, (parameters, { rate }) => new Rprop(parameters, { stepsize: rate })),
};
