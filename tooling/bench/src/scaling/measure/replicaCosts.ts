import { sgd } from "@rushlight/optim";
import { Tensor } from "@rushlight/tensor";
import { network } from "../../peers/rushlight/network.ts";
import { learner } from "../../peers/rushlight/train.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import type { ReplicaCosts } from "../model/replicaTime.ts";
import type { MessageCosts } from "./messages.ts";
import { type Pace, timeOf } from "./timeOf.ts";

/**
 * Measures in this thread what a worker computes of a batch, and what the main thread does with the gradients.
 *
 * @param workers numbers of workers that a batch is divided among
 */
export function replicaCosts(
  workload: TrainingWorkload,
  workers: readonly number[],
  messages: MessageCosts,
  pace: Pace,
): ReplicaCosts {
  const { batch } = workload;
  const sizes = new Set([1, ...workers].map((count) => Math.ceil(batch / Math.min(count, batch))));
  const times = new Map([...sizes].map((size) => [size, evaluationTime({ ...workload, batch: size }, pace)]));
  const { parameters, gradients, config, evaluate } = learner(network(workload), workload);
  const evaluation = evaluate();
  const other = new Tensor(gradients.size(), { resident: true }).fill(0);
  return {
    ...messages,
    batch,
    compute(samples) {
      const time = times.get(samples);
      if (time === undefined) throw new RangeError(`expected samples that were measured, got ${samples}`);
      return time;
    },
    addition: timeOf(pace, () => other.add(gradients)),
    copy: timeOf(pace, () => other.copy(gradients)),
    // As good as no step, so that the numbers stay what they are.
    update: timeOf(pace, () => sgd(() => evaluation, parameters, { ...config, learningRate: 1e-12 })),
  };
}

/** Forward and backward of a batch. */
function evaluationTime(workload: TrainingWorkload, pace: Pace): number {
  const { evaluate } = learner(network(workload), workload);
  return timeOf(pace, evaluate);
}
