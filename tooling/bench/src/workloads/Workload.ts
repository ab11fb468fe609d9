/** The settings of stochastic gradient descent. A momentum is without dampening, as in PyTorch. */
interface Descent {
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** What every workload has. */
interface Named {
  readonly name: string;
  /** What it does, in one line. */
  readonly about: string;
}

/** A network that is trained. */
interface Training extends Named {
  readonly batch: number;
  readonly sgd: Descent;
}

/** Linear layers with a transfer function between them. */
export interface Perceptron extends Training {
  readonly kind: "perceptron";
  /** The sizes of the layers, from the input to the output. */
  readonly sizes: readonly number[];
  readonly transfer: "relu" | "tanh";
  readonly loss: "crossEntropy" | "meanSquaredError";
}

/** Convolutions of pictures, ReLU behind each, max pooling of 2x2 that keeps the border, and a linear layer. */
export interface Convolutional extends Training {
  readonly kind: "convolutional";
  /** A picture: planes, height and width. */
  readonly picture: readonly [planes: number, height: number, width: number];
  readonly convolutions: readonly { readonly planes: number; readonly kernel: number }[];
  readonly classes: number;
  readonly loss: "crossEntropy";
}

/** One layer without parameters that are trained: a step is forward and backward. */
export interface SingleLayer extends Named {
  readonly kind: "layer";
  readonly layer: "batchNormalization" | "maxPooling" | "averagePooling";
  /** The input: samples, planes, height and width. Pooling is of 2x2. */
  readonly size: readonly [samples: number, planes: number, height: number, width: number];
}

/** A workload in which something is learned. */
export type TrainingWorkload = Perceptron | Convolutional;

/** A step that every system makes in its own way, in float32. It goes to their processes as JSON. */
export type Workload = TrainingWorkload | SingleLayer;
