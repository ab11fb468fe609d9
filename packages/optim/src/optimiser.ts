import type { Tensor } from "@rushlight/tensor";

/**
 * Evaluates what is to be minimised: the loss at some parameters, and its gradient, a tensor of their size. The gradient
 * may be the network's own flat vector.
 */
export type Evaluation = (parameters: Tensor) => readonly [loss: number, gradient: Tensor];

/** What a step gives: the parameters, which it changed, and the losses that it saw on the way. */
export type StepResult = [parameters: Tensor, losses: number[]];
