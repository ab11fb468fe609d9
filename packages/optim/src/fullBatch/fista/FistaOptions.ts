import { numberRule, type Rules } from "../../settings/Rule.ts";
import { count, flag, nonNegative, positive } from "../../settings/rules.ts";

/** Options of {@link fista}. */
export interface FistaOptions {
  /** The curvature to begin with: steps have the length 1/L; 0.1 when left out. */
  readonly L?: number;
  /** What L is multiplied with when a step was too long; 1.5 when left out. */
  readonly Lstep?: number;
  /** How many iterations there are at most; 50 when left out. */
  readonly maxiter?: number;
  /** How often an iteration multiplies L at most; 20 when left out. */
  readonly maxline?: number;
  /** The search ends when the loss has changed by no more than this; 1e-4 when left out. */
  readonly errthres?: number;
  /** Whether to look ahead along the last change: FISTA, else ISTA; true when left out. */
  readonly doFistaUpdate?: boolean;
}

/** What the options of {@link fista} may be. */
export const fistaRules: Rules<FistaOptions> = {
  L: positive,
  Lstep: numberRule("a number above 1", (value) => value > 1 && value < Infinity),
  maxiter: count,
  maxline: numberRule("a whole number from 0 up", (value) => Number.isSafeInteger(value) && value >= 0),
  errthres: nonNegative,
  doFistaUpdate: flag,
};
