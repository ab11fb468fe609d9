import type { Tensor } from "@rushlight/tensor";
import type { GuardedEvaluation } from "../../evaluation/GuardedEvaluation.ts";
import { scratch } from "../../state/scratch.ts";
import type { FistaOptions } from "./FistaOptions.ts";
import type { FistaIteration, FistaResult } from "./FistaResult.ts";
import type { SmoothPart } from "./SmoothPart.ts";

/** What is minimised, and what with. */
interface Problem {
  readonly smooth: SmoothPart;
  readonly penalty: (x: Tensor) => number;
  readonly proximal: (x: Tensor, L: number) => unknown;
  readonly x: Tensor;
  readonly guard: GuardedEvaluation;
  /** What the buffers are kept with. */
  readonly memory: object;
}

/** A place with the smooth part of the loss and its gradient there. */
interface Base {
  readonly y: Tensor;
  readonly loss: number;
  readonly gradient: Tensor;
}

/** The iterations of {@link fista}. */
export function fistaSearch(problem: Problem, options: FistaOptions): FistaResult {
  const { x, guard, memory, penalty } = problem;
  const { maxiter = 50, errthres = 1e-4, doFistaUpdate = true } = options;
  const y = scratch(memory, "y", x).copy(x);
  const last = scratch(memory, "last", x).copy(x);
  const history: FistaIteration[] = [];
  let { L = 0.1 } = options;
  let base = evaluateBase(problem, y);
  let momentum = 1;
  for (;;) {
    const step = shrink(problem, base, last, L, options);
    ({ L } = step);
    y.copy(x);
    if (doFistaUpdate) {
      const next = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2;
      y.add((1 - momentum) / next, last.add(-1, x));
      momentum = next;
    }
    last.copy(x);
    x.copy(y);
    base = evaluateBase(problem, y);
    const Gply = penalty(x);
    guard.checkLoss(Gply);
    guard.accept();
    history.push({ ...step, F: base.loss + Gply, Fply: base.loss, Gply });
    if (history.length >= maxiter || hasConverged(history, errthres)) {
      return { x, losses: history.map(({ F }) => F), evaluations: guard.evaluations, L, history };
    }
  }
}

/** Evaluates where the parameters are. */
function evaluateBase({ smooth, x, guard, memory }: Problem, y: Tensor): Base {
  const [loss, gradient] = guard.lossAndGradient((at) => smooth(at, true));
  // The gradient may be a buffer that the next evaluation overwrites.
  return { y, loss, gradient: scratch(memory, "gradient", x).copy(gradient) };
}

/** Moves the parameters from the base along a step that is short enough; to the last place when there is none. */
function shrink(
  { smooth, proximal, x, guard, memory }: Problem,
  { y, loss, gradient }: Base,
  last: Tensor,
  begin: number,
  { Lstep = 1.5, maxline = 20 }: FistaOptions,
): Pick<FistaIteration, "nline" | "L" | "Q"> {
  for (let L = begin, nline = 1; ; L *= Lstep, nline++) {
    x.copy(y).add(-1 / L, gradient);
    proximal(x, L);
    const there = guard.loss((at) => smooth(at, false));
    const change = scratch(memory, "change", x).copy(x).add(-1, y);
    const Q = loss + gradient.dot(change) + (L / 2) * change.dot(change);
    if (there <= Q) return { nline, L, Q };
    if (nline <= maxline) continue;
    x.copy(last);
    return { nline, L, Q };
  }
}

/** Whether the last iteration has changed the loss by no more than a threshold. */
function hasConverged(history: readonly FistaIteration[], threshold: number): boolean {
  const [before, now] = history.slice(-2);
  return history.length > 1 && Math.abs(now.F - before.F) <= threshold;
}
