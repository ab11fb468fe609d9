import { ArgumentError, shown, type Tensor } from "@rushlight/tensor";
import { checkParameters } from "../../evaluation/checks.ts";
import { guarded } from "../../evaluation/GuardedEvaluation.ts";
import { checkSettings } from "../../settings/Rule.ts";
import { StateByParameters } from "../../state/StateByParameters.ts";
import { type FistaOptions, fistaRules } from "./FistaOptions.ts";
import type { FistaResult } from "./FistaResult.ts";
import { fistaSearch } from "./fistaSearch.ts";
import type { SmoothPart } from "./SmoothPart.ts";

/** What the buffers are kept with. */
const memories = new StateByParameters<object>(() => ({}));

/**
 * Minimises a smooth loss plus a penalty that need not be smooth, such as the 1-norm, by FISTA or ISTA. Torch's
 * `optim.FistaLS`, after Beck and Teboulle (2009).
 *
 * Each iteration goes from y to x = prox(y − ∇f(y)/L), with L multiplied by Lstep until
 * f(x) ≤ f(y) + ⟨∇f(y), x − y⟩ + L/2·‖x − y‖²; when that does not come true, to the last x. ISTA goes on from there. FISTA
 * looks ahead: y ← x + (t − 1)/t⁺·(x − the last x), with t⁺ = (1 + √(1 + 4t²))/2 and t = 1 at first. All losses are those
 * at y, which the parameters are in the end.
 *
 * Nothing is remembered from call to call: pass the `L` of the last result to go on with it.
 *
 * @param smooth gives the smooth part f, and its gradient
 * @param penalty gives the other part g
 * @param proximal brings the parameters, in place, from v to the minimum over u of g(u) + L/2·‖u − v‖²
 * @param x the parameters, changed in place: the search begins there. All three functions are given them.
 * @param options look at {@link FistaOptions} for the defaults
 * @returns the parameters, the losses after each iteration, how often the smooth part was evaluated, all iterations,
 *   and the last L
 * @throws ArgumentError or DTypeError for arguments that make no sense, before anything is evaluated
 * @throws NonFiniteLossError for a loss that is NaN or infinite; the parameters are where the last complete iteration
 *   led them then, and after any other error
 * @throws ArgumentError, ShapeError or DTypeError for a gradient that is not finite or does not match the parameters
 * @example
 * ```ts
 * import { fista } from "@rushlight/optim";
 * import { tensor } from "@rushlight/tensor";
 *
 * // ½·‖x − b‖² + ‖x‖₁: each element comes nearer to 0 by 1.
 * const b = tensor([3, -0.5, -2]);
 * const x = tensor([0, 0, 0]);
 * const { history } = fista(
 *   (x) => {
 *     const difference = x.clone().csub(b);
 *     return [0.5 * difference.dot(difference), difference];
 *   },
 *   (x) => x.norm(1),
 *   (x, L) => {
 *     for (const [i, value] of x.data.entries()) x.data[i] = Math.sign(value) * Math.max(Math.abs(value) - 1 / L, 0);
 *   },
 *   x,
 *   { L: 1 },
 * );
 * console.log(x.toArray(), history.length); // [ 2, -0, -1 ] 2
 * ```
 */
export function fista(
  smooth: SmoothPart,
  penalty: (x: Tensor) => number,
  proximal: (x: Tensor, L: number) => unknown,
  x: Tensor,
  options: FistaOptions = {},
): FistaResult {
  for (const [name, value] of Object.entries({ smooth, penalty, proximal })) {
    if (typeof value !== "function") {
      throw new ArgumentError(`fista: expected a function as ${name}, got ${shown(value)}`);
    }
  }
  checkParameters("fista", x);
  checkSettings("fista", options, fistaRules, x);
  const memory = memories.of(x);
  return guarded("fista", x, memory, (guard) => fistaSearch({ smooth, penalty, proximal, x, guard, memory }, options));
}
