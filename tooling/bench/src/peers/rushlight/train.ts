import * as nn from "@rushlight/nn";
import { sgd } from "@rushlight/optim";
import { Tensor, tensor } from "@rushlight/tensor";
import { pictureOf, samplesOf } from "../../workloads/samples.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";

/**
 * Trains a network on one batch, as any program does.
 *
 * @returns makes training steps, and gives the loss that the last one started from
 */
export function train(network: nn.Sequential, workload: TrainingWorkload): { run(steps: number): number } {
  const { inputs, targets } = batchOf(workload);
  const criterion = workload.loss === "crossEntropy" ? new nn.CrossEntropyCriterion() : new nn.MSECriterion();
  const [parameters, gradients] = network.getParameters();
  const config = { ...workload.sgd, dampening: 0 };

  function evaluate(): readonly [loss: number, gradient: Tensor] {
    gradients.zero();
    const outputs = network.forward(inputs);
    const loss = criterion.forward(outputs, targets);
    network.backward(inputs, criterion.backward(outputs, targets));
    return [loss, gradients];
  }

  return {
    run(steps) {
      let loss = Number.NaN;
      for (let step = 0; step < steps; step++) [loss] = sgd(evaluate, parameters, config).losses;
      return loss;
    },
  };
}

function batchOf(workload: TrainingWorkload): { inputs: Tensor; targets: Tensor } {
  const { batch, loss } = workload;
  const { inputs, targets } = samplesOf(workload);
  const size = [batch, ...pictureOf(workload)];
  return {
    // Where a DataLoader puts a batch.
    inputs: new Tensor(size, { resident: true }).copy(tensor(inputs).view(...size)),
    targets: loss === "crossEntropy" ? tensor(targets) : tensor(targets).view(batch, targets.length / batch),
  };
}
