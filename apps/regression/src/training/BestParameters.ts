import type { Tensor } from "@rushlight/tensor";

/** Remembers the parameters with which a loss was least. */
export class BestParameters {
  /** The least loss. */
  loss: number = Number.POSITIVE_INFINITY;
  /** The epoch of the least loss, from 1; 0 when there was none yet. */
  epoch: number = 0;
  private readonly parameters: Tensor;
  private readonly copy: Tensor;

  constructor(parameters: Tensor) {
    this.parameters = parameters;
    this.copy = parameters.clone();
  }

  /** Takes the parameters as they are, when the loss is less than before. */
  offer(epoch: number, loss: number): void {
    if (!(loss < this.loss)) return;
    this.loss = loss;
    this.epoch = epoch;
    this.copy.copy(this.parameters);
  }

  /** Gives the parameters back, if there are any. */
  restore(): void {
    if (this.epoch > 0) this.parameters.copy(this.copy);
  }
}
