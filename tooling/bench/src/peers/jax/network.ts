import { lax, nn, numpy as np } from "@jax-js/jax";
import type { Convolutional, TrainingWorkload } from "../../workloads/Workload.ts";

/** The parameters of a layer. */
export interface Layer extends Record<string, np.Array> {
  weight: np.Array;
  bias: np.Array;
}

/** Computes what a network gives; takes ownership of its arguments, as everything does in jax-js. */
export type Forward = (layers: readonly Layer[], x: np.Array) => np.Array;

/** The parameters of a workload's network, and its function. */
export function network(workload: TrainingWorkload): { layers: Layer[]; forward: Forward } {
  if (workload.kind === "convolutional") {
    return convolutional(workload);
  }
  const { sizes, transfer } = workload;
  const layers = sizes.slice(1).map((size, i) => layer([sizes[i], size], [size], sizes[i]));
  const between = transfer === "relu" ? nn.relu : np.tanh;
  const forward: Forward = (parameters, x) =>
    parameters.reduce((current, { weight, bias }, i) => {
      const sum = np.matmul(current, weight).add(bias);
      return i < parameters.length - 1 ? between(sum) : sum;
    }, x);
  return { layers, forward };
}

function convolutional({ picture, convolutions, classes, batch }: Convolutional): {
  layers: Layer[];
  forward: Forward;
} {
  let [inputs, height, width] = picture;
  const layers = convolutions.map(({ planes, kernel }) => {
    const convolution = layer([planes, inputs, kernel, kernel], [planes, 1, 1], inputs * kernel * kernel);
    inputs = planes;
    height -= kernel - 1;
    width -= kernel - 1;
    return convolution;
  });
  const features = inputs * Math.ceil(height / 2) * Math.ceil(width / 2);
  const forward: Forward = (parameters, x) => {
    const linear = parameters[parameters.length - 1];
    const maps = parameters
      .slice(0, -1)
      .reduce((current, { weight, bias }) => nn.relu(lax.conv(current, weight, [1, 1], "VALID").add(bias)), x);
    const pooled = lax.reduceWindow(maps, np.max, [2, 2], [2, 2]);
    return np.matmul(pooled.reshape([batch, features]), linear.weight).add(linear.bias);
  };
  return { layers: [...layers, layer([features, classes], [classes], features)], forward };
}

/** Uniform parameters from ±1/√inputs, as Torch draws them. */
function layer(weight: number[], bias: number[], inputs: number): Layer {
  return { weight: uniform(weight, inputs), bias: uniform(bias, inputs) };
}

function uniform(shape: number[], inputs: number): np.Array {
  const bound = 1 / Math.sqrt(inputs);
  const length = shape.reduce((product, size) => product * size, 1);
  return np.array(Float32Array.from({ length }, () => bound * (2 * Math.random() - 1))).reshape(shape);
}
