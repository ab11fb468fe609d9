import * as nn from "@rushlight/nn";
import { CLASSES, PIXELS } from "./digits.ts";

/**
 * A network that gives the logarithm of a probability for each digit: `[N, 784] → [N, 10]`.
 *
 * @param hidden the sizes of the hidden layers
 */
export function buildNetwork(hidden: readonly number[]): nn.Sequential {
  const network = new nn.Sequential();
  let inputs = PIXELS;
  for (const size of hidden) {
    network.add(new nn.Linear(inputs, size)).add(new nn.ReLU());
    inputs = size;
  }
  network.add(new nn.Linear(inputs, CLASSES)).add(new nn.LogSoftMax());
  // Nobody asks how the loss changes with the pixels: a third of the work in the largest layer.
  network.get(0).needsGradInput = false;
  return network;
}
