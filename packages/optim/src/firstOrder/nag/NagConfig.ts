import type { Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { likeParameters, nonNegative, positive } from "../../settings/rules.ts";

/** Settings of {@link nag}. */
export interface NagConfig {
  /** The step length; 1e-3 when left out. */
  readonly learningRate?: number | Schedule;
  /** The rate falls as learningRate / (1 + steps·learningRateDecay); 0 when left out. */
  readonly learningRateDecay?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step; 0 when left out. */
  readonly decoupledWeightDecay?: number;
  /** How much of the last step is made again, above 0; 0.9 when left out. */
  readonly momentum?: number;
  /** A factor for each parameter's step length, of the parameters' size. */
  readonly learningRates?: Tensor;
}

/** What {@link nag} remembers from step to step. */
export interface NagState {
  /** How many steps have been made. */
  evalCounter?: number;
  /** The last step. */
  dfdx?: Tensor;
}

/** What the settings of {@link nag} may be. */
export const nagRules: Rules<NagConfig> = {
  learningRate: scheduled,
  learningRateDecay: nonNegative,
  weightDecay: nonNegative,
  decoupledWeightDecay: nonNegative,
  momentum: positive,
  learningRates: likeParameters,
};
