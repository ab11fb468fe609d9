import type { Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative, share } from "../../settings/rules.ts";

/** Settings of {@link adam}. */
export interface AdamConfig {
  /** The step length; 1e-3 when left out. */
  readonly learningRate?: number | Schedule;
  /** The rate falls as learningRate / (1 + steps·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number;
  /** How much of the mean gradient stays; 0.9 when left out. */
  readonly beta1?: number;
  /** How much of the mean square stays; 0.999 when left out. */
  readonly beta2?: number;
  /** What is added to the root of the mean square; 1e-8 when left out. */
  readonly epsilon?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step; 0 when left out. */
  readonly decoupledWeightDecay?: number;
}

/** What {@link adam} remembers from step to step. */
export interface AdamState {
  /** How many steps have been made. */
  t?: number;
  /** The mean gradient. */
  m?: Tensor;
  /** The mean square of the gradient. */
  v?: Tensor;
}

/** What the settings of {@link adam} may be. */
export const adamRules: Rules<AdamConfig> = {
  learningRate: scheduled,
  learningRateDecay: nonNegative,
  beta1: share,
  beta2: share,
  epsilon: nonNegative,
  weightDecay: nonNegative,
  decoupledWeightDecay: nonNegative,
};
