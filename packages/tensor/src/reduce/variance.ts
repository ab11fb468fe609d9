import { backend } from "../backend/current.ts";
import { floatOnly } from "../elementwise/check.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { areColumns } from "./areColumns.ts";
import { checkNotEmpty, sumAll, sumsOf } from "./reduce.ts";
import { RUNS_AT_ONCE, totalsInto } from "./runs.ts";

const means = new Float64Array(RUNS_AT_ONCE);

/**
 * The variance of all elements: Σ (x − mean)² / (n − 1), or / n when it is not to be unbiased.
 *
 * @throws ShapeError for an empty tensor
 */
export function varianceAll(name: string, x: StridedElements, unbiased: boolean): number {
  checkNotEmpty(name, x);
  const count = x.nElement();
  const mean = sumAll(name, "sum", x) / count;
  return sumAll(name, "sumOfSquaredDifferences", x, mean) / (unbiased ? count - 1 : count);
}

/**
 * y ← the variance of each run of x along a dimension, or its square root; y has x's size with that dimension 1. Two
 * passes, in double precision until a number is stored.
 */
export function varianceDimension(
  name: string,
  x: StridedElements,
  dimension: number,
  y: StridedElements,
  unbiased: boolean,
  root: boolean,
): void {
  if (!hasFloats(x)) throw floatOnly(name, x);
  const { sum, sumOfSquaredDifferences } = backend().reduce;
  const length = x.size()[dimension];
  const stride = x.stride()[dimension];
  const data = x.storage().data;
  const divisor = unbiased ? length - 1 : length;
  const sumsInto = sumsOf(sum, x, dimension);
  totalsInto(x, y, (count, start, step, totals) => {
    sumsInto(count, start, step, means);
    for (let i = 0; i < count; i++) means[i] /= length;
    if (areColumns(count, step, stride)) {
      backend().columns.sumOfSquaredDifferences(length, count, data, start, stride, step, means, totals);
    } else {
      for (let i = 0, at = start; i < count; i++, at += step) {
        totals[i] = sumOfSquaredDifferences(length, data, at, stride, means[i]);
      }
    }
    for (let i = 0; i < count; i++) totals[i] = root ? Math.sqrt(totals[i] / divisor) : totals[i] / divisor;
  });
}
