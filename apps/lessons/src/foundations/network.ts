import * as nn from "@rushlight/nn";

/** 784-50-10 with ReLU, that gives scores. */
export function build(): nn.Sequential {
  return nn.sequential(
    new nn.Linear(784, 50),
    new nn.ReLU(),
    new nn.Linear(50, 10),
  );
}
