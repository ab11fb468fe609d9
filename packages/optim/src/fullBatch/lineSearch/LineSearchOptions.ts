import type { Rules } from "../../settings/Rule.ts";
import { count, nonNegative, share } from "../../settings/rules.ts";

/** Options of {@link lswolfe}. */
export interface LineSearchOptions {
  /** Sufficient decrease: a step t has to lower the loss by c1·t·|slope| at least; 1e-4 when left out. */
  readonly c1?: number;
  /** Curvature: a step has to bring the magnitude of the slope down to this share of it; 0.9 when left out. */
  readonly c2?: number;
  /** The search ends when its bracket, times the slope, is below this; 1e-9 when left out. */
  readonly tolX?: number;
  /** How often to try another step at most; 20 when left out. */
  readonly maxIter?: number;
}

/** What the options of {@link lswolfe} may be. */
export const lineSearchRules: Rules<LineSearchOptions> = {
  c1: share,
  c2: share,
  tolX: nonNegative,
  maxIter: count,
};
