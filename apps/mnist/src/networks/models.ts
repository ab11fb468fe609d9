import { IMAGE, PIXELS } from "../digits/digits.ts";

/** A kind of network, and what it learns well with. */
export interface Model {
  /** What it is, in a few words. */
  readonly summary: string;
  /** The size of an image as the network takes it. */
  readonly input: readonly number[];
  /** The learning rate of `sgd`. */
  readonly rate: number;
  readonly momentum: number;
  /** The sizes of the hidden linear layers; empty for a model that can not have any. */
  readonly hidden: readonly number[];
  /** Whether digits are distorted at random, when the user does not say. */
  readonly augment: boolean;
}

/** The name of a kind of network. */
export type ModelName = "logistic" | "mlp" | "cnn";

/** The kinds of networks by name. */
export const models: Readonly<Record<ModelName, Model>> = {
  logistic: { summary: "one linear layer", input: [PIXELS], rate: 0.05, momentum: 0, hidden: [], augment: false },
  mlp: { summary: "linear layers", input: [PIXELS], rate: 0.03, momentum: 0.9, hidden: [128], augment: false },
  cnn: {
    summary: "two convolutions with linear layers behind them",
    input: [1, IMAGE, IMAGE],
    rate: 0.03,
    momentum: 0.9,
    hidden: [128],
    augment: true,
  },
};

/** The names of all kinds of networks. */
export const MODELS: readonly ModelName[] = ["logistic", "mlp", "cnn"];

/** Whether there is a kind of network of that name. */
export function isModelName(name: string): name is ModelName {
  return Object.hasOwn(models, name);
}
