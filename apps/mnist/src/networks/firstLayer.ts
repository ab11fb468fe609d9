import * as nn from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";
import { IMAGE } from "../digits/digits.ts";

/** The weights that the first layer of a network looks at pixels with, as images: `[N, H, W]`. */
export function firstLayerWeights(network: nn.Sequential): Tensor {
  const first = network.get(0);
  if (first instanceof nn.SpatialConvolution) {
    const [planes, , height, width] = first.weight.size();
    return first.weight.view(planes, height, width);
  }
  if (first instanceof nn.Linear) return first.weight.view(first.weight.size(0), IMAGE, IMAGE);
  throw new TypeError(`expected a network that begins with a layer of weights, got ${first.describe()}`);
}
