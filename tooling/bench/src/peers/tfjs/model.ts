import { layers, regularizers, type Sequential, sequential } from "@tensorflow/tfjs-layers";
import type { TrainingWorkload } from "../../workloads/Workload.ts";

/** The network of a workload, as a model of layers. Weight decay is a regularizer: λ/2·‖w‖² adds λ·w to a gradient. */
export function model(workload: TrainingWorkload): Sequential {
  const network = sequential();
  if (workload.kind === "convolutional") {
    const { picture, convolutions, classes } = workload;
    const [planes, height, width] = picture;
    for (const [i, { planes: filters, kernel }] of convolutions.entries()) {
      const first = i === 0 ? { inputShape: [height, width, planes] } : {};
      network.add(layers.conv2d({ ...first, filters, kernelSize: kernel, activation: "relu" }));
    }
    // "same" keeps the border, as `ceil` elsewhere.
    network.add(layers.maxPooling2d({ poolSize: 2, strides: 2, padding: "same" }));
    network.add(layers.flatten());
    network.add(layers.dense({ units: classes }));
    return network;
  }
  const { sizes, transfer, sgd } = workload;
  const decay = sgd.weightDecay === 0 ? {} : decayed(sgd.weightDecay);
  for (let i = 1; i < sizes.length; i++) {
    const activation = i < sizes.length - 1 ? transfer : "linear";
    network.add(layers.dense({ inputShape: [sizes[i - 1]], units: sizes[i], activation, ...decay }));
  }
  return network;
}

function decayed(weightDecay: number) {
  const regularizer = regularizers.l2({ l2: weightDecay / 2 });
  return { kernelRegularizer: regularizer, biasRegularizer: regularizer };
}
