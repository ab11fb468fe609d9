import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import { checkSettings, type Rule, type Rules } from "../../settings/Rule.ts";
import { count, nonNegative, positive } from "../../settings/rules.ts";
import type { StateLayout } from "../../state/StateLayout.ts";
import type { LineSearch } from "../lineSearch/LineSearch.ts";
import { type LineSearchOptions, lineSearchRules } from "../lineSearch/LineSearchOptions.ts";

/** Settings of {@link lbfgs}, all with Torch's defaults. */
export interface LbfgsConfig {
  /** How many iterations a call has at most; 20 when left out. */
  readonly maxIter?: number;
  /** A call ends after so many evaluations, a whole number or not; 1.25·maxIter when left out. */
  readonly maxEval?: number;
  /** A call ends when Σ|g| is not above this; 1e-5 when left out. */
  readonly tolFun?: number;
  /**
   * A call ends when the slope, the change of the loss or the sum of the changes of the parameters is below this; 1e-9
   * when left out.
   */
  readonly tolX?: number;
  /** How many of the last steps shape the direction; 100 when left out. So many times two vectors are kept. */
  readonly nCorrection?: number;
  /** The step length; with a line search the length that it tries first; 1 when left out. */
  readonly learningRate?: number;
  /** Searches for the step length, as {@link lswolfe} does. When left out the steps have the length `learningRate`. */
  readonly lineSearch?: LineSearch;
  /** Options for the line search. */
  readonly lineSearchOptions?: LineSearchOptions;
}

/** What {@link lbfgs} remembers from call to call. */
export interface LbfgsState {
  /** How often the function has been evaluated, in all calls. */
  funcEval?: number;
  /** How many iterations there have been, in all calls. */
  nIter?: number;
  /** The last direction. */
  d?: Tensor;
  /** The last step length; 0 when there was no step. */
  t?: number;
  /** The last steps, the oldest first. */
  oldDirs?: Tensor[];
  /** How the gradient changed in each of these steps. */
  oldStps?: Tensor[];
  /** The scale of the inverse Hessian that the recursion begins with. */
  Hdiag?: number;
  /** The gradient before the last step. */
  gOld?: Tensor;
  /** The loss before the last step. */
  fOld?: number;
}

/** What the fields of {@link LbfgsState} are. */
export const lbfgsLayout: StateLayout<LbfgsState> = {
  funcEval: "number",
  nIter: "number",
  d: "vector",
  t: "number",
  oldDirs: "vectors",
  oldStps: "vectors",
  Hdiag: "number",
  gOld: "vector",
  fOld: "number",
};

const aFunction: Rule = (owner, name, value) => {
  if (typeof value !== "function") {
    throw new ArgumentError(`${owner}: expected a function as ${name}, got ${shown(value)}`);
  }
};

const optionsOfLineSearch: Rule = (owner, name, value, parameters) => {
  if (!isObject(value)) throw new ArgumentError(`${owner}: expected an object as ${name}, got ${shown(value)}`);
  checkSettings<LineSearchOptions>(`${owner}, ${name}`, value, lineSearchRules, parameters);
};

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** What the settings of {@link lbfgs} may be. */
export const lbfgsRules: Rules<LbfgsConfig> = {
  maxIter: count,
  maxEval: positive,
  tolFun: nonNegative,
  tolX: nonNegative,
  nCorrection: count,
  learningRate: positive,
  lineSearch: aFunction,
  lineSearchOptions: optionsOfLineSearch,
};

/**
 * Checks that options for a line search have one.
 *
 * @throws ArgumentError when it is not so
 */
export function checkLineSearch(config: LbfgsConfig): void {
  if (config.lineSearchOptions !== undefined && config.lineSearch === undefined) {
    throw new ArgumentError("lbfgs: expected a lineSearch for lineSearchOptions, got none");
  }
}
