import { Tensor, tensor } from "@rushlight/tensor";
import { pictureOf, samplesOf } from "../../workloads/samples.ts";
import type { TrainingWorkload } from "../../workloads/Workload.ts";

/** The batch of a workload. */
export function batchOf(workload: TrainingWorkload): { inputs: Tensor; targets: Tensor } {
  const { batch, loss } = workload;
  const { inputs, targets } = samplesOf(workload);
  const size = [batch, ...pictureOf(workload)];
  return {
    // Where a DataLoader puts a batch.
    inputs: new Tensor(size, { resident: true }).copy(tensor(inputs).view(...size)),
    targets: loss === "crossEntropy" ? tensor(targets) : tensor(targets).view(batch, targets.length / batch),
  };
}
