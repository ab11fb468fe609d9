import * as nn from "@rushlight/nn";
import { sgd } from "@rushlight/optim";
import { DataParallel } from "@rushlight/parallel";
import type { Training } from "../../workloads/protocol/servePeer.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { batchOf } from "./batchOf.ts";

/**
 * Trains a network on one batch, a slice of which each worker computes.
 *
 * @returns makes training steps, and gives the loss that the last one started from; ends the workers
 */
export function trainParallel(
  network: nn.Sequential,
  workload: TrainingWorkload,
  workers: number,
): Training & { close(): Promise<void> } {
  const { inputs: input, targets: target } = batchOf(workload);
  const criterion = workload.loss === "crossEntropy" ? new nn.CrossEntropyCriterion() : new nn.MSECriterion();
  const parallel = new DataParallel(network, criterion, { workers });
  const { parameters, gradients } = parallel;
  const config = { ...workload.sgd, dampening: 0 };
  return {
    async run(steps) {
      let last = Number.NaN;
      for (let step = 0; step < steps; step++) {
        const { loss } = await parallel.step({ input, target });
        sgd(() => [loss, gradients], parameters, config);
        last = loss;
      }
      return last;
    },
    close: () => parallel.close(),
  };
}
