import * as nn from "@rushlight/nn";

/** The functions that may follow a hidden layer. */
export const activations = ["tanh", "relu"] as const;

/** The name of a function that follows each hidden layer. */
export type Activation = (typeof activations)[number];

/** The form of a network. */
export interface NetworkForm {
  readonly inputs: number;
  /** The sizes of the hidden layers; none makes a linear function. */
  readonly hidden: readonly number[];
  readonly activation: Activation;
}

/** Linear layers with an activation between them that give one number: `[N, inputs] → [N, 1]`. */
export function buildNetwork({ inputs, hidden, activation }: NetworkForm): nn.Sequential {
  const network = new nn.Sequential();
  const sizes = layerSizes({ inputs, hidden });
  for (let i = 1; i < sizes.length; i++) {
    network.add(new nn.Linear(sizes[i - 1], sizes[i]));
    if (i < sizes.length - 1) network.add(activation === "tanh" ? new nn.Tanh() : new nn.ReLU());
  }
  // Nobody asks how the error changes with the inputs.
  network.get(0).needsGradInput = false;
  return network;
}

/** How many parameters a network of that form has: a weight for each pair of units, and a bias for each unit. */
export function parameterCount(form: NetworkForm): number {
  const sizes = layerSizes(form);
  return sizes.slice(1).reduce((sum, size, i) => sum + (sizes[i] + 1) * size, 0);
}

function layerSizes({ inputs, hidden }: Omit<NetworkForm, "activation">): readonly number[] {
  return [inputs, ...hidden, 1];
}
