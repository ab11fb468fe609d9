import * as nn from "@rushlight/nn";
import { CLASSES } from "../digits.ts";
import { addLinearLayers } from "./linearLayers.ts";

const FEATURES = 32 * 4 * 4;

/**
 * Two convolutions with max pooling behind each, and linear layers, that give the logarithm of a probability for each digit:
 * `[N, 1, 28, 28] → [N, 10]`. After Y. LeCun et al., "Gradient-based learning applied to document recognition", 1998, with
 * ReLU and max pooling, and more planes.
 *
 * @param hidden the sizes of the hidden layers behind the convolutions
 */
export function buildConvolutional(hidden: readonly number[]): nn.Sequential {
  const network = new nn.Sequential()
    .add(new nn.SpatialConvolution(1, 16, 5, 5))
    .add(new nn.ReLU())
    .add(new nn.SpatialMaxPooling(2, 2))
    .add(new nn.SpatialConvolution(16, 32, 5, 5))
    .add(new nn.ReLU())
    .add(new nn.SpatialMaxPooling(2, 2))
    .add(new nn.View(FEATURES).setNumInputDims(3));
  network.get(0).needsGradInput = false;
  return addLinearLayers(network, [FEATURES, ...hidden, CLASSES]).add(new nn.LogSoftMax());
}
