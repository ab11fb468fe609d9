import type { ReduceKernel } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import { checkNumber, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { reduceRuns, runSum } from "../loops/run.ts";
import { runTotals } from "./reduce.ts";
import { totalsInto } from "./runs.ts";

/**
 * Checks the power of a norm.
 *
 * @throws ArgumentError for what is not a number, NaN and −∞
 */
export function checkPower(name: string, p: number): void {
  checkNumber(name, p);
  if (Number.isNaN(p) || p === Number.NEGATIVE_INFINITY) {
    throw new ArgumentError(`${name}: expected a power that is a number or Infinity, got ${p}`);
  }
}

/** The p-norm of all elements: see {@link rootOf}. 0 for an empty tensor. */
export function normAll(name: string, x: StridedElements, p: number): number {
  if (!hasFloats(x)) throw floatOnly(name, x);
  if (x.nElement() === 0) return 0;
  if (p === Number.POSITIVE_INFINITY) return reduceRuns(largestMagnitude(), x, Math.max);
  return rootOf(runSum(backend().reduce.sumOfPowers, x, p), p);
}

/** y ← the p-norm of each run of x along a dimension; y has x's size with that dimension 1. */
export function normDimension(
  name: string,
  x: StridedElements,
  dimension: number,
  y: StridedElements,
  p: number,
): void {
  if (!hasFloats(x)) throw floatOnly(name, x);
  if (p === Number.POSITIVE_INFINITY) {
    totalsInto(x, y, runTotals(largestMagnitude(), x, dimension, 0));
    return;
  }
  const powers = runTotals(backend().reduce.sumOfPowers, x, dimension, p);
  totalsInto(x, y, (count, start, step, totals) => {
    powers(count, start, step, totals);
    for (let i = 0; i < count; i++) totals[i] = rootOf(totals[i], p);
  });
}

/** The p-norm that goes with Σ |x|ᵖ: its p-th root; for p 0, where the sum counts what is not zero, the sum itself. */
export function rootOf(total: number, p: number): number {
  if (p === 2) return Math.sqrt(total);
  return p === 0 || p === 1 ? total : total ** (1 / p);
}

function largestMagnitude(): ReduceKernel {
  const { max, min } = backend().reduce;
  return (count, x, offset, stride, a) =>
    Math.max(Math.abs(max(count, x, offset, stride, a)), Math.abs(min(count, x, offset, stride, a)));
}
