import { type Evaluation, type FistaOptions, fista, type Optimizer } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";

/** FISTA without a penalty as an optimiser: each step is a search of its own, so there is nothing to remember. */
export function fistaOptimizer(parameters: Tensor, options: FistaOptions): Optimizer<Evaluation> {
  const noPenalty = (): number => 0;
  const noChange = (): undefined => undefined;
  const optimizer: Optimizer<Evaluation> = {
    parameters,
    step: (evaluate) => fista(evaluate, noPenalty, noChange, parameters, options),
    state: () => ({ optimizer: "fista", parts: [] }),
    load: () => optimizer,
  };
  return optimizer;
}
