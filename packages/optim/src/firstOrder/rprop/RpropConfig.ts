import type { Tensor } from "@rushlight/tensor";
import { numberRule, type Rules } from "../../settings/Rule.ts";
import { count, nonNegative, positive } from "../../settings/rules.ts";

/** Settings of {@link rprop}. */
export interface RpropConfig {
  /** The length of every parameter's first step; 0.1 when left out. */
  readonly stepsize?: number;
  /** What a length is multiplied by where the gradient keeps its sign, from 1 up; 1.2 when left out. */
  readonly etaplus?: number;
  /** What a length is multiplied by where the gradient changes its sign, above 0 and at most 1; 0.5 when left out. */
  readonly etaminus?: number;
  /** The greatest length; 50 when left out. */
  readonly stepsizemax?: number;
  /** The shortest length; 1e-6 when left out. */
  readonly stepsizemin?: number;
  /** How often a call evaluates and moves; once when left out. */
  readonly niter?: number;
}

/** What {@link rprop} remembers from step to step. */
export interface RpropState {
  /** The gradient before, 0 where it had changed its sign. */
  delta?: Tensor;
  /** The length of every parameter's step. */
  stepsize?: Tensor;
}

/** What the settings of {@link rprop} may be. */
export const rpropRules: Rules<RpropConfig> = {
  stepsize: positive,
  etaplus: numberRule("a number from 1 up", (value) => value >= 1 && value < Number.POSITIVE_INFINITY),
  etaminus: numberRule("a number above 0 and at most 1", (value) => value > 0 && value <= 1),
  stepsizemax: positive,
  stepsizemin: nonNegative,
  niter: count,
};
