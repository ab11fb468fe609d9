import type { FloatArray } from "../backend/Backend.ts";
import { checkNumber, floatOnly } from "../elementwise/check.ts";
import { ArgumentError } from "../errors/ArgumentError.ts";
import { hasFloats, type StridedElements } from "../layout/StridedElements.ts";
import { StridedLoop } from "../loops/StridedLoop.ts";
import { reduceAll } from "../reduce/reduce.ts";

/** The bins of a histogram: so many of one width between two bounds. */
export interface Bins {
  readonly count: number;
  readonly min: number;
  readonly max: number;
}

const loop = new StridedLoop();
let counts = new Float64Array(0);

/**
 * The bins for the elements of x. Bounds are rounded to x's dtype; equal bounds stand for the smallest and the largest
 * element, which move away by 1 each when they are one number.
 *
 * @throws ArgumentError unless there is a bin or more between finite bounds in order
 * @throws DTypeError for an integer tensor
 * @throws ShapeError for an empty tensor without bounds
 */
export function binsFor(name: string, x: StridedElements, count: number, min: number, max: number): Bins {
  checkNumber(name, min);
  checkNumber(name, max);
  if (!Number.isInteger(count) || count < 1) {
    throw new ArgumentError(`${name}: expected a whole number of bins from 1 up, got ${String(count)}`);
  }
  if (!hasFloats(x)) throw floatOnly(name, x);
  const bins = min === max ? dataBins(name, x, count) : { count, min: rounded(x, min), max: rounded(x, max) };
  if (!(bins.max - bins.min > 0) || !Number.isFinite(bins.max - bins.min)) {
    throw new ArgumentError(`${name}: expected finite bounds in order, got ${bins.min} and ${bins.max}`);
  }
  return bins;
}

/** histogram ← how many elements of x lie in each bin. The last bin has its upper bound too; elements in no bin are left out. */
export function histogramInto(name: string, x: StridedElements, bins: Bins, histogram: StridedElements): void {
  if (!hasFloats(x)) throw floatOnly(name, x);
  clearCounts(bins.count);
  if (x.nElement() > 0) {
    loop.begin(x.size(), x.stride(), x.stride(), x.stride());
    do countRun(loop.count, x.storage().data, x.storageOffset() + loop.x, loop.xStride, bins);
    while (loop.advance());
  }
  storeCounts(bins.count, histogram, histogram.storageOffset(), histogram.stride()[0]);
}

/** histograms ← {@link histogramInto} for each row of a matrix: `[N, D]` → `[N, bins]`. */
export function rowHistogramsInto(name: string, x: StridedElements, bins: Bins, histograms: StridedElements): void {
  if (!hasFloats(x)) throw floatOnly(name, x);
  const [rows, columns] = x.size();
  for (let i = 0; i < rows; i++) {
    clearCounts(bins.count);
    countRun(columns, x.storage().data, x.storageOffset() + i * x.stride()[0], x.stride()[1], bins);
    const row = histograms.storageOffset() + i * histograms.stride()[0];
    storeCounts(bins.count, histograms, row, histograms.stride()[1]);
  }
}

function dataBins(name: string, x: StridedElements, count: number): Bins {
  const min = reduceAll(name, "min", x, (a, b) => (a <= b || Number.isNaN(a) ? a : b));
  const max = reduceAll(name, "max", x, (a, b) => (a >= b || Number.isNaN(a) ? a : b));
  return min === max ? { count, min: min - 1, max: max + 1 } : { count, min, max };
}

/** A bound as an element of x, so that an element that was written as the bound is not outside. */
function rounded(x: StridedElements, bound: number): number {
  return x.dtype === "float32" ? Math.fround(bound) : bound;
}

function clearCounts(bins: number): void {
  if (counts.length < bins) counts = new Float64Array(bins);
  else counts.fill(0, 0, bins);
}

function countRun(count: number, x: FloatArray, at: number, stride: number, bins: Bins): void {
  const { min, max } = bins;
  const width = max - min;
  const last = bins.count - 1;
  for (let i = 0; i < count; i++, at += stride) {
    const value = x[at];
    if (!(value >= min && value <= max)) continue;
    counts[Math.min(Math.floor(((value - min) / width) * bins.count), last)] += 1;
  }
}

function storeCounts(bins: number, histogram: StridedElements, at: number, stride: number): void {
  const to = histogram.storage().data;
  for (let i = 0; i < bins; i++, at += stride) to[at] = counts[i];
}
