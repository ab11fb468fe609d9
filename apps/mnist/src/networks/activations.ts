import * as nn from "@rushlight/nn";

/** The names of the functions that hidden layers can have behind them. */
export const ACTIVATIONS = ["relu", "tanh", "sigmoid"] as const;

/** The name of a function behind a hidden layer. */
export type ActivationName = (typeof ACTIVATIONS)[number];

const makers: Readonly<Record<ActivationName, () => nn.Module>> = {
  relu: () => new nn.ReLU(),
  tanh: () => new nn.Tanh(),
  sigmoid: () => new nn.Sigmoid(),
};

/** A module for the function of a name. */
export function activation(name: ActivationName): nn.Module {
  return makers[name]();
}
