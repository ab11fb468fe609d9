import * as nn from "@rushlight/nn";
import { CLASSES, PIXELS } from "../digits/digits.ts";
import { type ActivationName, activation } from "./activations.ts";
import type { ModelName } from "./models.ts";
import type { NetworkDescription } from "./NetworkDescription.ts";

/** What comes out of the convolutions: 32 planes of 4 × 4. */
const FEATURES = 32 * 4 * 4;

const builders: Readonly<Record<ModelName, (description: NetworkDescription) => nn.Sequential>> = {
  logistic: () => addLinearLayers(new nn.Sequential(), [PIXELS, CLASSES], "relu"),
  mlp: ({ hidden, activation }) => addLinearLayers(new nn.Sequential(), [PIXELS, ...hidden, CLASSES], activation),
  // After Y. LeCun et al., "Gradient-based learning applied to document recognition", 1998, with max pooling and more planes.
  cnn: (description) => {
    const network = new nn.Sequential()
      .add(new nn.SpatialConvolution(1, 16, 5, 5))
      .add(activation(description.activation))
      .add(new nn.SpatialMaxPooling(2, 2))
      .add(new nn.SpatialConvolution(16, 32, 5, 5))
      .add(activation(description.activation))
      .add(new nn.SpatialMaxPooling(2, 2))
      .add(new nn.View(FEATURES).setNumInputDims(3));
    return addLinearLayers(network, [FEATURES, ...description.hidden, CLASSES], description.activation);
  },
};

/** A network that gives the logarithm of a probability for each digit: `[N, 784]`, or `[N, 1, 28, 28]` for a cnn, `→ [N, 10]`. */
export function buildNetwork(description: NetworkDescription): nn.Sequential {
  const network = builders[description.model](description).add(new nn.LogSoftMax());
  // Nobody asks how the loss changes with the pixels: a third of the work in the largest layer.
  network.get(0).needsGradInput = false;
  return network;
}

/** Adds linear layers to a network, with a function behind each but the last: `[N, sizes[0]] → [N, last of sizes]`. */
function addLinearLayers(network: nn.Sequential, sizes: readonly number[], name: ActivationName): nn.Sequential {
  for (let i = 1; i < sizes.length; i++) {
    network.add(new nn.Linear(sizes[i - 1], sizes[i]));
    if (i < sizes.length - 1) network.add(activation(name));
  }
  return network;
}
