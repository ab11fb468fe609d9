import type { Batch } from "@rushlight/data";
import type { Tensor } from "@rushlight/tensor";

/** What computes the loss of batches, and its gradient. */
export interface Learner {
  /** The parameters of the network as one flat vector. */
  readonly parameters: Tensor;
  /** The gradient of the last loss, likewise. */
  readonly gradients: Tensor;
  /** The loss of a batch; {@link gradients} holds its gradient afterwards. */
  learn(batch: Batch): number | Promise<number>;
  /** Ends what computes. */
  close(): Promise<void>;
}
