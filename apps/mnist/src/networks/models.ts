import type * as nn from "@rushlight/nn";
import { IMAGE, PIXELS } from "../digits.ts";
import { buildConvolutional } from "./convolutional.ts";
import { buildPerceptron } from "./perceptron.ts";

/** A kind of network, and what it learns well with. */
export interface Model {
  /** The size of an image as the network takes it. */
  readonly input: readonly number[];
  readonly rate: number;
  readonly rateDecay: number;
  readonly momentum: number;
  /** The sizes of the hidden layers. */
  readonly hidden: readonly number[];
  /** A network with these hidden layers. */
  build(hidden: readonly number[]): nn.Sequential;
}

/** The name of a kind of network. */
export type ModelName = "perceptron" | "cnn";

/** The kinds of networks by name. With five epochs, each of the seeds 1 to 5 ends above 97 % and 99 % test accuracy. */
export const models: Readonly<Record<ModelName, Model>> = {
  perceptron: {
    input: [PIXELS],
    rate: 0.2,
    rateDecay: 0.001,
    momentum: 0.5,
    hidden: [50],
    build: buildPerceptron,
  },
  cnn: {
    input: [1, IMAGE, IMAGE],
    rate: 0.05,
    rateDecay: 0.001,
    momentum: 0.9,
    hidden: [128],
    build: buildConvolutional,
  },
};

/** Whether there is a kind of network of that name. */
export function isModelName(name: string): name is ModelName {
  return Object.hasOwn(models, name);
}
