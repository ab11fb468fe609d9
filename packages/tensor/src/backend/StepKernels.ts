import type { FloatArray } from "./Backend.ts";

/**
 * Whole steps of optimisers over dense vectors, changed in place: x the parameters, g the gradient, which stays as it is.
 * All read and write each element once.
 */
export interface StepKernels {
  /**
   * x ← x − rate·direction. With d = g + weightDecay·x, the direction is d without momentum (v is not touched); with it
   * v ← momentum·v + (1 − dampening)·d, at the first step v ← d, and the direction is v or, with `nesterov`,
   * d + momentum·v.
   */
  sgd(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    v: FloatArray,
    vOffset: number,
    rate: number,
    momentum: number,
    dampening: number,
    weightDecay: number,
    nesterov: boolean,
    first: boolean,
  ): void;

  /**
   * With d = g + weightDecay·x: m ← beta1·m + (1 − beta1)·d; v ← beta2·v + (1 − beta2)·d²; x ← x − rate·m / (√v + epsilon).
   * The rate has its corrections for the first steps in it.
   */
  adam(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    m: FloatArray,
    mOffset: number,
    v: FloatArray,
    vOffset: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    weightDecay: number,
  ): void;

  /** With d = g + weightDecay·x: v ← alpha·v + (1 − alpha)·d²; x ← x − rate·d / (√v + epsilon). */
  rmsprop(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    v: FloatArray,
    vOffset: number,
    rate: number,
    alpha: number,
    epsilon: number,
    weightDecay: number,
  ): void;

  /** With d = g + weightDecay·x: v ← v + d²; x ← x − rate·d / (√v + epsilon). */
  adagrad(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    v: FloatArray,
    vOffset: number,
    rate: number,
    epsilon: number,
    weightDecay: number,
  ): void;
}
