import type * as nn from "@rushlight/nn";
import type { Workload } from "../../workloads/Workload.ts";
import { perceptron } from "./perceptron.ts";

/**
 * The network of a workload. Nobody asks for the gradient of its input, and PyTorch does not compute it either.
 *
 * @throws Error for a kind of network that can not be built
 */
export function network(workload: Workload): nn.Sequential {
  const built = build(workload);
  built.get(0).needsGradInput = false;
  return built;
}

function build(workload: Workload): nn.Sequential {
  if (workload.kind === "perceptron") return perceptron(workload);
  throw new Error("nn has no SpatialConvolution and SpatialMaxPooling");
}
