import type { Workload } from "./Workload.ts";

const plain = { momentum: 0, weightDecay: 0 };

/** All workloads, from the lessons that Rushlight follows; L is a large one beside them. */
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
    planes: 10,
    kernel: 5,
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
];
