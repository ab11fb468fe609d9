import type * as nn from "@rushlight/nn";
import type { TrainingWorkload } from "../../workloads/Workload.ts";
import { convolutional } from "./convolutional.ts";
import { perceptron } from "./perceptron.ts";

/** The network of a workload. Nobody asks for the gradient of its input, and PyTorch does not compute it either. */
export function network(workload: TrainingWorkload): nn.Sequential {
  const built = workload.kind === "convolutional" ? convolutional(workload) : perceptron(workload);
  built.get(0).needsGradInput = false;
  return built;
}
