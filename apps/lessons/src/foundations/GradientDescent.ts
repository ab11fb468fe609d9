import type { Module } from "@rushlight/nn";
import type { Tensor } from "@rushlight/tensor";

/** An optimiser is what knows the parameters, and how a gradient moves them. */
export class GradientDescent {
  private readonly parameters: readonly Tensor[];
  private readonly gradients: readonly Tensor[];
  private readonly rate: number;

  constructor(network: Module, rate: number) {
    [this.parameters, this.gradients] = network.parameters();
    this.rate = rate;
  }

  /** Moves each parameter against its gradient. */
  step(): void {
    for (const [i, parameter] of this.parameters.entries())
      parameter.add(-this.rate, this.gradients[i]);
  }

  /** Forgets the gradients of the step before. */
  zeroGradients(): void {
    for (const gradient of this.gradients) gradient.zero();
  }
}
