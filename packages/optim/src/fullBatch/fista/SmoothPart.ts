import type { Tensor } from "@rushlight/tensor";

/**
 * Evaluates the smooth part of a loss, and its gradient when that is wanted; else what stands for the gradient is not
 * looked at.
 */
export type SmoothPart = (x: Tensor, wantsGradient: boolean) => readonly [loss: number, gradient: Tensor];
