import type { Batch } from "@rushlight/data";
import type { Evaluation, Optimizer } from "@rushlight/optim";
import type { Tensor } from "@rushlight/tensor";

/** What computes the loss of batches, and its gradient. */
export interface Learner {
  /** The parameters of the network as one flat vector. */
  readonly parameters: Tensor;
  /** The gradient of the last loss, likewise. */
  readonly gradients: Tensor;
  /** One step of an optimiser on a batch; gives the loss before it. */
  step(batch: Batch, optimizer: Optimizer<Evaluation>): number | Promise<number>;
  /** Ends what computes. */
  close(): Promise<void>;
}
