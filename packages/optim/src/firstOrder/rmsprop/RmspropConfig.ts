import type { Tensor } from "@rushlight/tensor";
import { type Schedule, scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative, share } from "../../settings/rules.ts";

/** Settings of {@link rmsprop}. */
export interface RmspropConfig {
  /** The step length; 1e-2 when left out. */
  readonly learningRate?: number | Schedule;
  /** How much of the mean square stays; 0.99 when left out. */
  readonly alpha?: number;
  /** What is added to the root of the mean square; 1e-8 when left out. */
  readonly epsilon?: number;
  /** What the mean square begins with; 0 when left out. */
  readonly initialMean?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
  /** Takes rate·decoupledWeightDecay·θ off the parameters beside the step; 0 when left out. */
  readonly decoupledWeightDecay?: number;
}

/** What {@link rmsprop} remembers from step to step. */
export interface RmspropState {
  /** How many steps have been made. */
  t?: number;
  /** The mean square of the gradient. */
  m?: Tensor;
}

/** What the settings of {@link rmsprop} may be. */
export const rmspropRules: Rules<RmspropConfig> = {
  learningRate: scheduled,
  alpha: share,
  epsilon: nonNegative,
  initialMean: nonNegative,
  weightDecay: nonNegative,
  decoupledWeightDecay: nonNegative,
};
