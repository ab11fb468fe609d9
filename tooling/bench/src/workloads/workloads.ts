import type { Workload } from "./Workload.ts";

const plain = { momentum: 0, weightDecay: 0 };

/**
 * All workloads. Those from the lessons that Rushlight follows come first; L and CNN2 are larger ones beside them, and then
 * there are single layers.
 */
export const workloads: readonly Workload[] = [
  {
    name: "D",
    about: "784-50-10 ReLU, cross entropy, batch 64",
    kind: "perceptron",
    sizes: [784, 50, 10],
    transfer: "relu",
    loss: "crossEntropy",
    batch: 64,
    sgd: { learningRate: 0.5, ...plain },
  },
  {
    name: "C",
    about: "784-1000-10 ReLU, cross entropy, batch 40",
    kind: "perceptron",
    sizes: [784, 1000, 10],
    transfer: "relu",
    loss: "crossEntropy",
    batch: 40,
    sgd: { learningRate: 0.01, ...plain },
  },
  {
    name: "CNN",
    about: "convolution 5x5 to 10 planes, ReLU, max pooling, linear to 10, batch 40",
    kind: "convolutional",
    picture: [1, 28, 28],
    convolutions: [{ planes: 10, kernel: 5 }],
    classes: 10,
    loss: "crossEntropy",
    batch: 40,
    sgd: { learningRate: 0.01, ...plain },
  },
  {
    name: "E",
    about: "1-32-32-1 tanh, mean squared error, 200 samples",
    kind: "perceptron",
    sizes: [1, 32, 32, 1],
    transfer: "tanh",
    loss: "meanSquaredError",
    batch: 200,
    sgd: { learningRate: 0.05, ...plain },
  },
  {
    name: "B3",
    about: "784-32-32-32-10 ReLU, cross entropy, batch 512, momentum, decay",
    kind: "perceptron",
    sizes: [784, 32, 32, 32, 10],
    transfer: "relu",
    loss: "crossEntropy",
    batch: 512,
    sgd: { learningRate: 0.05, momentum: 0.9, weightDecay: 0.01 },
  },
  {
    name: "L",
    about: "784-1024-1024-10 ReLU, cross entropy, batch 256",
    kind: "perceptron",
    sizes: [784, 1024, 1024, 10],
    transfer: "relu",
    loss: "crossEntropy",
    batch: 256,
    sgd: { learningRate: 0.01, ...plain },
  },
  {
    name: "CNN2",
    about: "3x32x32, convolutions 3x3 to 32 and to 64 planes, ReLU, max pooling, linear to 10, batch 32",
    kind: "convolutional",
    picture: [3, 32, 32],
    convolutions: [
      { planes: 32, kernel: 3 },
      { planes: 64, kernel: 3 },
    ],
    classes: 10,
    loss: "crossEntropy",
    batch: 32,
    sgd: { learningRate: 0.01, ...plain },
  },
  {
    name: "BN",
    about: "batch normalisation of 32x64x28x28 in training, forward and backward",
    kind: "layer",
    layer: "batchNormalization",
    size: [32, 64, 28, 28],
  },
  {
    name: "MP",
    about: "max pooling 2x2 of 32x64x28x28, forward and backward",
    kind: "layer",
    layer: "maxPooling",
    size: [32, 64, 28, 28],
  },
  {
    name: "AP",
    about: "average pooling 2x2 of 32x64x28x28, forward and backward",
    kind: "layer",
    layer: "averagePooling",
    size: [32, 64, 28, 28],
  },
];
