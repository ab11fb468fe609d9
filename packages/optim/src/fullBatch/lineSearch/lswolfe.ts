import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import { checkLikeParameters, checkParameters } from "../../evaluation/checks.ts";
import type { Evaluation } from "../../evaluation/Evaluation.ts";
import { guarded } from "../../evaluation/GuardedEvaluation.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { scratch } from "../../state/scratch.ts";
import { bracketMinimum } from "./bracketMinimum.ts";
import type { LineSearchResult } from "./LineSearch.ts";
import { type LineSearchOptions, lineSearchRules } from "./LineSearchOptions.ts";
import { type LinePoint, SearchLine } from "./SearchLine.ts";
import { zoom } from "./zoom.ts";

/** What the buffers are kept with. */
const memories = new StateByParameters<object>(() => ({}));

/**
 * Searches along a line for a point that satisfies the strong Wolfe conditions, and moves the parameters there. Torch's
 * `optim.lswolfe`.
 *
 * With φ(t) = f(x + t·d), the conditions are φ(t) ≤ φ(0) + c1·t·φ′(0) and |φ′(t)| ≤ c2·|φ′(0)|. Steps grow, to where a
 * cubic has its minimum, until two points have the conditions satisfied somewhere between them; then that bracket is
 * divided. Should the search end without, the lowest point of the last bracket is taken.
 *
 * @param evaluate gives the loss and the gradient at the parameters; the gradient may be the same buffer each time
 * @param x the parameters, changed in place: x + t·d in the end
 * @param t the first step length to try, above 0
 * @param d the direction, of the parameters' size
 * @param f the loss at the start
 * @param g the gradient at the start, of the parameters' size
 * @param gtd the slope at the start, g·d, below 0
 * @param options look at {@link LineSearchOptions} for the defaults
 * @returns the loss, the gradient, the parameters and the step length at the end, and how often the function was
 *   evaluated. The gradient is a buffer that the next search on these parameters overwrites.
 * @throws ArgumentError, ShapeError or DTypeError for arguments that make no sense, before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or infinite; the parameters are where they were then, and after any
 *   other error
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that is not finite or does not match the parameters
 * @example
 * ```ts
 * import { lswolfe } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * const x = tensor([2]);
 * const square = () => [x.get(0) ** 2, x.clone().mul(2)] as const;
 * const [f, g] = square();
 * const d = g.clone().mul(-1);
 * const { t, evaluations } = lswolfe(square, x, 2, d, f, g, g.dot(d));
 * console.log(t, x.toArray(), evaluations); // 0.5 [ 0 ] 2
 * ```
 */
export function lswolfe(
  evaluate: Evaluation,
  x: Tensor,
  t: number,
  d: Tensor,
  f: number,
  g: Tensor,
  gtd: number,
  options: LineSearchOptions = {},
): LineSearchResult {
  checkParameters("lswolfe", x);
  checkSettings("lswolfe", options, lineSearchRules, x);
  checkLikeParameters("lswolfe", "d", d, x);
  checkLikeParameters("lswolfe", "g", g, x);
  checkNumber("a step length above 0 as t", t, t > 0);
  checkNumber("a finite number as f", f, true);
  checkNumber("a slope below 0 as gtd", gtd, gtd < 0);

  const { c1 = 1e-4, c2 = 0.9, tolX = 1e-9, maxIter = 20 } = options;
  const settings = { c1, c2, tolX, maxIter };
  const memory = memories.of(x);
  const point = (name: string): LinePoint => ({ t: 0, f, g: scratch(memory, name, x), slope: gtd });
  return guarded("lswolfe", x, memory, (guard) => {
    const start = point("start");
    start.g.copy(g);
    const line = new SearchLine(guard, evaluate, d, start);
    const bracket = bracketMinimum(line, [start, point("first"), point("second")], t, settings);
    const end = zoom(line, bracket, settings);
    return { f: end.f, g: end.g, x: line.move(end.t), t: end.t, evaluations: guard.evaluations };
  });
}

function checkNumber(expected: string, value: number, fits: boolean): void {
  if (Number.isFinite(value) && fits) return;
  throw new ArgumentError(`lswolfe: expected ${expected}, got ${shown(value)}`);
}
