/**
 * A loss that is NaN or infinite: training has diverged. The message names the epoch and the example.
 *
 * @example
 * ```ts
 * import { DivergenceError, Linear, MSECriterion, StochasticGradient } from "@rushlight/nn";
 * import { tensor } from "@rushlight/tensor";
 *
 * const trainer = new StochasticGradient(new Linear(1, 1), new MSECriterion());
 * try {
 *   trainer.train([[tensor([Number.NaN]), tensor([1])]]);
 * } catch (error) {
 *   console.log(error instanceof DivergenceError); // true
 *   console.log(String(error));
 *   // DivergenceError: StochasticGradient: expected a finite loss, got NaN for example 0 in epoch 1
 * }
 * ```
 */
export class DivergenceError extends Error {
  override readonly name: string = "DivergenceError";
}
