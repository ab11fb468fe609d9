/** The settings of stochastic gradient descent. A momentum is without dampening, as in PyTorch. */
interface Descent {
  readonly learningRate: number;
  readonly momentum: number;
  readonly weightDecay: number;
}

/** What every workload has. */
interface Training {
  readonly name: string;
  /** What it trains, in one line. */
  readonly about: string;
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

/** One convolution of pictures, 1x28x28 each, ReLU, max pooling of 2x2 that keeps the border, and a linear layer. */
export interface Convolutional extends Training {
  readonly kind: "convolutional";
  readonly planes: number;
  readonly kernel: number;
  readonly classes: number;
  readonly loss: "crossEntropy";
}

/** A training step that every system makes in its own way, in float32. It goes to their processes as JSON. */
export type Workload = Perceptron | Convolutional;
