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

  /**
   * With d = g + weightDecay·x: v ← rho·v + (1 − rho)·d²; the step is Δ = √(a + epsilon) / √(v + epsilon)·d; x ← x − Δ;
   * a ← rho·a + (1 − rho)·Δ².
   */
  adadelta(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    v: FloatArray,
    vOffset: number,
    a: FloatArray,
    aOffset: number,
    rho: number,
    epsilon: number,
    weightDecay: number,
  ): void;

  /**
   * With d = g + weightDecay·x: m ← beta1·m + (1 − beta1)·d; u ← max(beta2·u, |d| + epsilon); x ← x − rate·m / u. The rate
   * has its correction for the first steps in it.
   */
  adamax(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    m: FloatArray,
    mOffset: number,
    u: FloatArray,
    uOffset: number,
    rate: number,
    beta1: number,
    beta2: number,
    epsilon: number,
    weightDecay: number,
  ): void;

  /**
   * Each element has a step length s of its own. Where g and the gradient before it, p, have one sign, s grows by the factor
   * `grow`; where they have two, it shrinks by `shrink` and g counts as 0; s stays from `least` to `most`. Then
   * x ← x − sign(g)·s and p ← g.
   */
  rprop(
    count: number,
    x: FloatArray,
    xOffset: number,
    g: FloatArray,
    gOffset: number,
    p: FloatArray,
    pOffset: number,
    s: FloatArray,
    sOffset: number,
    grow: number,
    shrink: number,
    least: number,
    most: number,
  ): void;
}
