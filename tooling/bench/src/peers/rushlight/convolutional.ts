import * as nn from "@rushlight/nn";
import type { Convolutional } from "../../workloads/Workload.ts";

/** Convolutions with ReLU behind each, max pooling that keeps the border, and a linear layer. */
export function convolutional({ picture, convolutions, classes }: Convolutional): nn.Sequential {
  const network = new nn.Sequential();
  let [inputs, height, width] = picture;
  for (const { planes, kernel } of convolutions) {
    network.add(new nn.SpatialConvolution(inputs, planes, kernel, kernel)).add(new nn.ReLU());
    inputs = planes;
    height -= kernel - 1;
    width -= kernel - 1;
  }
  const features = inputs * Math.ceil(height / 2) * Math.ceil(width / 2);
  return network
    .add(new nn.SpatialMaxPooling(2, 2, 2, 2).ceil())
    .add(new nn.View(features).setNumInputDims(3))
    .add(new nn.Linear(features, classes));
}
