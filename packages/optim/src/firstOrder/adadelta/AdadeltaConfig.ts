import type { Tensor } from "@rushlight/tensor";
import type { Rules } from "../../settings/Rule.ts";
import { nonNegative, positive, share } from "../../settings/rules.ts";

/** Settings of {@link adadelta}. */
export interface AdadeltaConfig {
  /** How much of the mean squares stays; 0.9 when left out. */
  readonly rho?: number;
  /** What is added under both roots; 1e-6 when left out. */
  readonly eps?: number;
  /** Adds weightDecay·θ to the gradient; 0 when left out. */
  readonly weightDecay?: number;
}

/** What {@link adadelta} remembers from step to step. */
export interface AdadeltaState {
  /** How many steps have been made. */
  evalCounter?: number;
  /** The mean square of the gradient. */
  paramVariance?: Tensor;
  /** The mean square of the steps. */
  accDelta?: Tensor;
}

/** What the settings of {@link adadelta} may be. */
export const adadeltaRules: Rules<AdadeltaConfig> = {
  rho: share,
  eps: positive,
  weightDecay: nonNegative,
};
