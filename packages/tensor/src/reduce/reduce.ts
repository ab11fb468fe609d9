import type { ReduceKernel, ReduceOperation } from "../backend/Backend.ts";
import { backend } from "../backend/current.ts";
import type { IntegerArray } from "../backend/integer/IntegerArray.ts";
import { integerReduce } from "../backend/integer/integerReduce.ts";
import type { DType, FloatDType, TypedArrayOf } from "../dtype/DType.ts";
import { floatOnly } from "../elementwise/check.ts";
import { ShapeError } from "../errors/ShapeError.ts";
import { hasFloats, hasIntegers, type StridedElements } from "../layout/StridedElements.ts";
import { reduceRuns, runSum } from "../loops/run.ts";
import { areColumns } from "./areColumns.ts";
import { type RunTotals, totalsInto } from "./runs.ts";

/**
 * Checks that a reduction takes the elements of a tensor.
 *
 * @throws DTypeError for an integer tensor and a reduction of floats only
 */
export function checkReduction(name: string, operation: ReduceOperation, x: StridedElements): void {
  if (!hasFloats(x) && integerReduce[operation] === undefined) throw floatOnly(name, x);
}

/**
 * Checks that there is something to reduce.
 *
 * @throws ShapeError for an empty tensor
 */
export function checkNotEmpty(name: string, x: StridedElements): void {
  if (x.nElement() === 0) throw new ShapeError(`${name}: expected a tensor that is not empty, got size []`);
}

/** The sum over all elements of what a summing kernel makes of them; 0 for an empty tensor. */
export function sumAll(name: string, operation: "sum" | "sumOfSquaredDifferences", x: StridedElements, a = 0): number {
  if (hasFloats(x)) return runSum(backend().reduce[operation], x, a);
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  return runSum(kernel, x, a);
}

/**
 * One number from all elements.
 *
 * @throws ShapeError for an empty tensor
 */
export function reduceAll(
  name: string,
  operation: "product" | "max" | "min",
  x: StridedElements,
  join: (joined: number, next: number) => number,
): number {
  checkNotEmpty(name, x);
  if (hasFloats(x)) return reduceRuns(backend().reduce[operation], x, join);
  const kernel = integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  return reduceRuns(kernel, x, join);
}

/**
 * y ← f(each run of x along a dimension); y has x's size with that dimension 1. What is stored is the number that the
 * kernel gives over the divisor, which is for floats only.
 */
export function reduceDimension(
  name: string,
  operation: "sum" | "product",
  x: StridedElements,
  dimension: number,
  y: StridedElements,
  divisor = 1,
): void {
  if (hasFloats(x)) {
    const kernel = backend().reduce[operation];
    const totalsOf = operation === "sum" ? sumsOf(kernel, x, dimension) : runTotals(kernel, x, dimension, 0);
    totalsInto(x, y, divisor === 1 ? totalsOf : divided(totalsOf, divisor));
    return;
  }
  const kernel = operation === "product" ? wrappingProduct : integerReduce[operation];
  if (kernel === undefined || !hasIntegers(x)) throw floatOnly(name, x);
  totalsInto(x, y, runTotals(kernel, x, dimension, 0));
}

/** A product that wraps around at 32 bits: one in double precision may lose its last digits before it is stored. */
const wrappingProduct: ReduceKernel<IntegerArray> = (count, x, ix, xStride) => {
  let total = 1;
  for (let i = 0; i < count; i++, ix += xStride) total = Math.imul(total, x[ix]);
  return total;
};

/** What a kernel makes of runs along a dimension, run by run. */
export function runTotals<D extends DType>(
  kernel: ReduceKernel<TypedArrayOf<D>>,
  x: StridedElements<D>,
  dimension: number,
  a: number,
): RunTotals {
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const data = x.storage().data;
  return (count, start, step, totals) => {
    for (let i = 0, at = start; i < count; i++, at += step) totals[i] = kernel(length, data, at, stride, a);
  };
}

/** The sums of runs along a dimension: with the kernel run by run, or all at once where the runs lie across the memory. */
export function sumsOf(kernel: ReduceKernel, x: StridedElements<FloatDType>, dimension: number): RunTotals {
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const data = x.storage().data;
  const byRun = runTotals(kernel, x, dimension, 0);
  return (count, start, step, totals) => {
    if (areColumns(count, step, stride)) backend().columns.sum(length, count, data, start, stride, step, totals);
    else byRun(count, start, step, totals);
  };
}

function divided(totalsOf: RunTotals, divisor: number): RunTotals {
  return (count, start, step, totals) => {
    totalsOf(count, start, step, totals);
    for (let i = 0; i < count; i++) totals[i] /= divisor;
  };
}
