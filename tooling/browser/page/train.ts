import * as nn from "@rushlight/nn";
import { sgd } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import type { Spirals } from "./spirals.ts";

/** What training gives. */
export interface Trained {
  /** The logarithms of the probabilities of both classes, for points `[N, 2]`. */
  readonly network: nn.Module<Tensor, Tensor>;
  /** The loss before each step, and after the last. */
  readonly losses: readonly number[];
  readonly milliseconds: number;
}

/** Trains a network on all points at once, for so many steps. */
export function train({ points, classes }: Spirals, steps: number): Trained {
  const network = nn.sequential(
    new nn.Linear(2, 32),
    new nn.Tanh(),
    new nn.Linear(32, 32),
    new nn.Tanh(),
    new nn.Linear(32, 2),
    new nn.LogSoftMax(),
  );
  const criterion = new nn.ClassNLLCriterion();
  const [parameters, gradients] = network.getParameters();
  const evaluate = (): [number, Tensor] => {
    gradients.zero();
    const loss = criterion.forward(network.forward(points), classes);
    network.backward(points, criterion.backward(network.output, classes));
    return [loss, gradients];
  };
  const losses: number[] = [];
  const began = performance.now();
  for (let step = 0; step < steps; step++) {
    const [loss] = sgd(evaluate, parameters, { learningRate: 0.15, momentum: 0.9, dampening: 0 }).losses;
    losses.push(loss);
  }
  const milliseconds = performance.now() - began;
  losses.push(criterion.forward(network.forward(points), classes));
  return { network, losses, milliseconds };
}
