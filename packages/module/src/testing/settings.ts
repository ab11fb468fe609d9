import { DEFAULT_EPSILON } from "./jacobian.ts";
import type { CheckSettings } from "./runChecks.ts";

/** What {@link checkModule} and {@link checkCriterion} need to know of what is out of the ordinary. */
export interface CheckOptions {
  /** The largest error of a gradient in float64; 1e-6 when left out. */
  readonly tolerance?: number;
  /** The largest error of float32 relative to the largest element; 1e-4 when left out. */
  readonly float32Tolerance?: number;
  /** How far finite differences step to either side; 1e-6 when left out. */
  readonly epsilon?: number;
  /** Whether inputs need not be contiguous; true when left out. */
  readonly strided?: boolean;
}

/** The settings that options ask for. */
export function settingsOf(options: CheckOptions): CheckSettings {
  return {
    tolerance: options.tolerance ?? 1e-6,
    float32Tolerance: options.float32Tolerance ?? 1e-4,
    epsilon: options.epsilon ?? DEFAULT_EPSILON,
  };
}
