import * as nn from "@rushlight/nn";
import type { Convolutional } from "../../workloads/Workload.ts";

const PICTURE = 28;

/** One convolution, ReLU, max pooling that keeps the border, and a linear layer. */
export function convolutional({ planes, kernel, classes }: Convolutional): nn.Sequential {
  const pooled = Math.ceil((PICTURE - kernel + 1) / 2);
  const features = planes * pooled * pooled;
  return new nn.Sequential()
    .add(new nn.SpatialConvolution(1, planes, kernel, kernel))
    .add(new nn.ReLU())
    .add(new nn.SpatialMaxPooling(2, 2, 2, 2).ceil())
    .add(new nn.View(features).setNumInputDims(3))
    .add(new nn.Linear(features, classes));
}
