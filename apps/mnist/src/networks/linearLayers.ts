import * as nn from "@rushlight/nn";

/** Adds linear layers with ReLU between them to a network: `[N, sizes[0]] → [N, last of sizes]`. */
export function addLinearLayers(network: nn.Sequential, sizes: readonly number[]): nn.Sequential {
  for (let i = 1; i < sizes.length; i++) {
    network.add(new nn.Linear(sizes[i - 1], sizes[i]));
    if (i < sizes.length - 1) network.add(new nn.ReLU());
  }
  return network;
}
