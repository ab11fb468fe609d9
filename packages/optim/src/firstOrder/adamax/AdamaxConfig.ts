import type { Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative, share } from "../../settings/rules.ts";

/** Settings of {@link adamax}. */
export interface AdamaxConfig {
  /** The step length; 2e-3 when left out. */
  readonly learningRate?: number | Schedule;
  /** How much of the mean gradient stays; 0.9 when left out. */
  readonly beta1?: number;
  /** How much of the largest magnitude stays; 0.999 when left out. */
  readonly beta2?: number;
  /** What is added to the magnitude of the gradient; 1e-38 when left out. */
  readonly epsilon?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step; 0 when left out. */
  readonly decoupledWeightDecay?: number;
}

/** What {@link adamax} remembers from step to step. */
export interface AdamaxState {
  /** How many steps have been made. */
  t?: number;
  /** The mean gradient. */
  m?: Tensor;
  /** The largest magnitude, fading. */
  u?: Tensor;
}

/** What the settings of {@link adamax} may be. */
export const adamaxRules: Rules<AdamaxConfig> = {
  learningRate: scheduled,
  beta1: share,
  beta2: share,
  epsilon: nonNegative,
  weightDecay: nonNegative,
  decoupledWeightDecay: nonNegative,
};
