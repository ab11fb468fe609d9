import { numberRule, type Rules } from "../../settings/Rule.ts";
import { count, flag, positive, share } from "../../settings/rules.ts";

/** Settings of {@link cg}, all with Torch's defaults. */
export interface CgConfig {
  /** Sufficient decrease: a step z along a slope d has to lower the loss by rho·z·|d| at least; 0.01 when left out. */
  readonly rho?: number;
  /** Curvature: a step has to bring the magnitude of the slope down to this share of it; 0.5 when left out. */
  readonly sig?: number;
  /** How near to its ends a bracket is never divided, as a share of its width: 0.1 when left out. */
  readonly int?: number;
  /** How many times as far as before a step may reach at most; 3 when left out. */
  readonly ext?: number;
  /** How many evaluations a line search has at most, beside its first; 20 when left out. */
  readonly maxIter?: number;
  /** How many times as long as the last step the next line search may begin at most; 100 when left out. */
  readonly ratio?: number;
  /** No line search begins after so many evaluations, a whole number or not; 1.25·maxIter when left out. */
  readonly maxEval?: number;
  /** How much lower the loss is expected to be after the first step, which decides its length; 1 when left out. */
  readonly red?: number;
  /**
   * After a failed line search, try once more along the steepest descent, and stop only when that fails too, as the
   * algorithm was published. False when left out: the first failure ends the search, as in Torch.
   */
  readonly retrySteepestDescent?: boolean;
}

/** What {@link cg} remembers. Each call searches anew: no later call depends on it. */
export interface CgState {
  /** How often the function has been evaluated, in all calls. */
  funcEval?: number;
}

/** What the settings of {@link cg} may be. */
export const cgRules: Rules<CgConfig> = {
  rho: share,
  sig: share,
  int: numberRule("a number from 0 to 0.5", (value) => value >= 0 && value <= 0.5),
  ext: numberRule("a number above 1", (value) => value > 1 && value < Infinity),
  maxIter: count,
  ratio: positive,
  maxEval: positive,
  red: positive,
  retrySteepestDescent: flag,
};
