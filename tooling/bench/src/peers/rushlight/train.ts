import * as nn from "@rushlight/nn";
import { type SgdConfig, sgd } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { batchOf } from "./batchOf.ts";

/** A network in training: what a step is made of. */
export interface Learner {
  readonly parameters: Tensor;
  readonly gradients: Tensor;
  readonly config: SgdConfig;
  /** The loss of the batch, and the gradient. */
  evaluate(): readonly [loss: number, gradient: Tensor];
}

/** A network with its batch, as any program trains it. */
export function learner(network: nn.Sequential, workload: TrainingWorkload): Learner {
  const { inputs, targets } = batchOf(workload);
  const criterion = workload.loss === "crossEntropy" ? new nn.CrossEntropyCriterion() : new nn.MSECriterion();
  const [parameters, gradients] = network.getParameters();
  return {
    parameters,
    gradients,
    config: { ...workload.sgd, dampening: 0 },
    evaluate() {
      gradients.zero();
      const outputs = network.forward(inputs);
      const loss = criterion.forward(outputs, targets);
      network.backward(inputs, criterion.backward(outputs, targets));
      return [loss, gradients];
    },
  };
}

/**
 * Trains a network on one batch.
 *
 * @returns makes training steps, and gives the loss that the last one started from
 */
export function train(network: nn.Sequential, workload: TrainingWorkload): { run(steps: number): number } {
  const { parameters, config, evaluate } = learner(network, workload);
  return {
    run(steps) {
      let loss = Number.NaN;
      for (let step = 0; step < steps; step++) [loss] = sgd(evaluate, parameters, config).losses;
      return loss;
    },
  };
}
