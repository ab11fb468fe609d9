import type { Batch } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import type { Evaluation, Optimizer } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";
import type { Learner } from "./Learner.ts";

/** Computes in this thread, and in those that were started with `startThreads`. */
export class LocalLearner implements Learner {
  readonly parameters: Tensor;
  readonly gradients: Tensor;
  private readonly network: nn.Sequential;
  private readonly criterion = new nn.ClassNLLCriterion();

  /** A learner with a network of its own. */
  constructor(network: nn.Sequential) {
    this.network = network;
    [this.parameters, this.gradients] = network.getParameters();
  }

  /** Forward and backward, as often as the optimiser asks for. */
  step(batch: Batch, optimizer: Optimizer<Evaluation>): number {
    return optimizer.step(() => [this.evaluate(batch), this.gradients]).losses[0];
  }

  /** Has nothing to end. */
  async close(): Promise<void> {}

  private evaluate({ input, target }: Batch): number {
    const { network, criterion } = this;
    this.gradients.zero();
    const output = network.forward(input);
    const loss = criterion.forward(output, target);
    network.backward(input, criterion.backward(output, target));
    return loss;
  }
}
