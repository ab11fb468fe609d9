import * as nn from "@rushlight/nn";
import { CLASSES, PIXELS } from "../digits.ts";
import { addLinearLayers } from "./linearLayers.ts";

/**
 * Linear layers with ReLU between them, that give the logarithm of a probability for each digit: `[N, 784] → [N, 10]`.
 *
 * @param hidden the sizes of the hidden layers
 */
export function buildPerceptron(hidden: readonly number[]): nn.Sequential {
  const network = addLinearLayers(new nn.Sequential(), [PIXELS, ...hidden, CLASSES]);
  // Nobody asks how the loss changes with the pixels: a third of the work in the largest layer.
  network.get(0).needsGradInput = false;
  return network.add(new nn.LogSoftMax());
}
