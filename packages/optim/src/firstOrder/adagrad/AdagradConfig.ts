import type { Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative } from "../../settings/rules.ts";

/** Settings of {@link adagrad}. */
export interface AdagradConfig {
  /** The step length; 1e-3 when left out. */
  readonly learningRate?: number | Schedule;
  /** The rate falls as learningRate / (1 + steps·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step; 0 when left out. */
  readonly decoupledWeightDecay?: number;
}

/** What {@link adagrad} remembers from step to step. */
export interface AdagradState {
  /** How many steps have been made. */
  evalCounter?: number;
  /** The sum of the squares of past gradients. */
  paramVariance?: Tensor;
}

/** What the settings of {@link adagrad} may be. */
export const adagradRules: Rules<AdagradConfig> = {
  learningRate: scheduled,
  learningRateDecay: nonNegative,
  weightDecay: nonNegative,
  decoupledWeightDecay: nonNegative,
};
