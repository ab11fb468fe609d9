import { scheduled } from "../../schedules/Schedule.ts";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative, share } from "../../settings/rules.ts";
import type { AdamConfig } from "../adam/AdamConfig.ts";

/** Settings of {@link adamw}: those of Adam, with a weight decay of its own. */
export interface AdamWConfig extends Omit<AdamConfig, "weightDecay" | "decoupledWeightDecay"> {
  /** Takes rate·weightDecay·θ off the parameters beside the step; 0.01 when left out, as in PyTorch. */
  readonly weightDecay?: number;
}

/** What the settings of {@link adamw} may be. */
export const adamwRules: Rules<AdamWConfig> = {
  learningRate: scheduled,
  learningRateDecay: nonNegative,
  beta1: share,
  beta2: share,
  epsilon: nonNegative,
  weightDecay: nonNegative,
};
