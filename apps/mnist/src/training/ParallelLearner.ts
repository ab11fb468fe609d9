import type { Batch } from "@rushlight/data";
import * as nn from "@rushlight/nn";
import type { Evaluation, Optimizer } from "@rushlight/optim";
import { DataParallel } from "@rushlight/parallel";
import type { Tensor } from "@rushlight/tensor";
import type { Learner } from "./Learner.ts";

/** Whatever the number of workers, so that it changes no figure. */
const SLICES = 8;

/** Computes slices of each batch in workers. */
export class ParallelLearner implements Learner {
  readonly parameters: Tensor;
  readonly gradients: Tensor;
  private readonly parallel: DataParallel<nn.Sequential, nn.ClassNLLCriterion>;

  /** Starts so many workers, each with a replica of a network. */
  constructor(network: nn.Sequential, workers: number) {
    this.parallel = new DataParallel(network, new nn.ClassNLLCriterion(), { workers, slices: SLICES, seed: 1 });
    this.parameters = this.parallel.parameters;
    this.gradients = this.parallel.gradients;
  }

  /** Forward and backward in the workers, and the sum of their gradients. The optimiser evaluates once. */
  async step({ input, target }: Batch, optimizer: Optimizer<Evaluation>): Promise<number> {
    const { loss } = await this.parallel.step({ input, target });
    return optimizer.step(() => [loss, this.gradients]).losses[0];
  }

  /** Ends the workers. */
  close(): Promise<void> {
    return this.parallel.close();
  }
}
