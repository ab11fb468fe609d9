import type { Tensor } from "@rushlight/tensor";

/**
 * Evaluates what is to be minimised: the loss at some parameters, and its gradient, a tensor of their size. The gradient
 * may be the network's own flat vector: optimisers read it and leave it as it is.
 *
 * @typeParam G what stands for the gradient
 */
export type Evaluation<G = Tensor> = (parameters: Tensor) => readonly [loss: number, gradient: G];

/** Evaluates the loss alone, for searches that need no gradient. */
export type LossEvaluation = (parameters: Tensor) => number | readonly [loss: number, ...rest: unknown[]];

/** What a call of an optimiser gives. */
export interface StepResult {
  /** The parameters, which it changed in place. */
  readonly x: Tensor;
  /** The losses that it saw on the way, each before the parameters moved on. */
  readonly losses: number[];
}
