import type { Tensor } from "@rushlight/tensor";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import type { LineSearchOptions } from "./LineSearchOptions.ts";

/** Where a line search ended. */
export interface LineSearchResult {
  /** The loss there. */
  readonly f: number;
  /** The gradient there. It may be a buffer that the next search overwrites. */
  readonly g: Tensor;
  /** The parameters, moved there in place. */
  readonly x: Tensor;
  /** The step length. */
  readonly t: number;
  /** How often the function was evaluated. */
  readonly evaluations: number;
}

/**
 * Searches along a line x + t·d for a point that is low enough, and moves the parameters there. {@link lswolfe} is one;
 * one of your own may be given to {@link lbfgs}.
 *
 * @param evaluate gives the loss and the gradient at the parameters
 * @param x the parameters, changed in place
 * @param t the first step length to try
 * @param d the direction, to be left as it is
 * @param f the loss at the start
 * @param g the gradient at the start, to be left as it is
 * @param gtd the slope at the start, g·d
 */
export type LineSearch = (
  evaluate: Evaluation,
  x: Tensor,
  t: number,
  d: Tensor,
  f: number,
  g: Tensor,
  gtd: number,
  options?: LineSearchOptions,
) => LineSearchResult;
