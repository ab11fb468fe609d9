import type { Tensor } from "@rushlight/tensor";
import type { Rules } from "../../settings/Rule.ts";
import { finite, nonNegative } from "../../settings/rules.ts";

/** Settings of {@link asgd}. */
export interface AsgdConfig {
  /** The step length at the beginning; 1e-4 when left out. */
  readonly eta0?: number;
  /** How much weights decay: adds lambda·θ to the gradient; 1e-4 when left out. */
  readonly lambda?: number;
  /** The power by which the step length falls; 0.75 when left out. */
  readonly alpha?: number;
  /** After how many steps averaging begins; 1e6 when left out. */
  readonly t0?: number;
}

/** What {@link asgd} remembers from step to step. */
export interface AsgdState {
  /** How many steps have been made. */
  t?: number;
  /** The step length of the next step. */
  etaT?: number;
  /** The share of the next parameters in the average. */
  muT?: number;
  /** The average of the parameters. */
  ax?: Tensor;
}

/** What the settings of {@link asgd} may be. */
export const asgdRules: Rules<AsgdConfig> = {
  eta0: finite,
  lambda: nonNegative,
  alpha: nonNegative,
  t0: nonNegative,
};
