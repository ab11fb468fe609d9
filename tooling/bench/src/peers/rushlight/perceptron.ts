import * as nn from "@rushlight/nn";
import type { Perceptron } from "../../workloads/Workload.ts";

const transfers = { relu: () => new nn.ReLU(), tanh: () => new nn.Tanh() };

/** Linear layers with a transfer function between them. */
export function perceptron({ sizes, transfer }: Perceptron): nn.Sequential {
  const network = new nn.Sequential().add(new nn.Linear(sizes[0], sizes[1]));
  for (let i = 2; i < sizes.length; i++) {
    network.add(transfers[transfer]()).add(new nn.Linear(sizes[i - 1], sizes[i]));
  }
  return network;
}
