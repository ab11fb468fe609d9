import { expLanes } from "../elementwise/exp";
import { logLanes } from "../elementwise/log";
import { multiplyAdd } from "../lanes";
import { fromPairs, highPair, laneMax, laneSum, loadPart, lowPair, storePart } from "./parts";

// Functions of rows that lie dense, one after the other: vectors go along the row. The last vector of a row may be a part;
// its other lanes are filled so that they change nothing. Sums are in double precision.

/** The largest element; NaN does not count. */
@inline
function rowMax<T>(size: i32, x: usize): T {
  const lanes: i32 = 16 / sizeof<T>();
  const least = v128.splat<T>(<T>-Infinity);
  let largest = least;
  let i = size;
  for (; i >= lanes; i -= lanes, x += 16) largest = v128.pmax<T>(largest, v128.load(x));
  if (i > 0) largest = v128.pmax<T>(largest, loadPart<T>(x, i, least));
  return laneMax<T>(largest);
}

/** Σ exp(x − largest); the powers themselves go to y when they are wanted. */
@inline
function sumOfPowers<T>(keep: bool, size: i32, x: usize, y: usize, largest: v128): f64 {
  const lanes: i32 = 16 / sizeof<T>();
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i = size; i > 0; i -= lanes, x += 16, y += 16) {
    const some = min(i, lanes);
    const power = expLanes<T>(v128.sub<T>(loadPart<T>(x, some, v128.splat<T>(<T>-Infinity)), largest));
    if (keep) storePart<T>(y, power, some);
    low = f64x2.add(low, lowPair<T>(power));
    if (sizeof<T>() == 4) high = f64x2.add(high, highPair(power));
  }
  return laneSum(f64x2.add(low, high));
}

@inline
export function softMaxAlong<T>(size: i32, x: usize, y: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  const total = sumOfPowers<T>(true, size, x, y, v128.splat<T>(rowMax<T>(size, x)));
  const factor = v128.splat<T>(<T>(1 / total));
  const zero = v128.splat<T>(0);
  for (let i = size; i > 0; i -= lanes, y += 16) {
    const some = min(i, lanes);
    storePart<T>(y, v128.mul<T>(loadPart<T>(y, some, zero), factor), some);
  }
}

/** y ← x − logTotal, rounded once: near 0 the two almost cancel. */
@inline
function subtract<T>(size: i32, x: usize, y: usize, logTotal: v128): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  for (let i = size; i > 0; i -= lanes, x += 16, y += 16) {
    const some = min(i, lanes);
    const here = loadPart<T>(x, some, zero);
    const low = f64x2.sub(lowPair<T>(here), logTotal);
    const high = sizeof<T>() == 4 ? f64x2.sub(highPair(here), logTotal) : low;
    storePart<T>(y, fromPairs<T>(low, high), some);
  }
}

/**
 * x − (largest + log Σ) for two rows, `next` bytes apart: one logarithm serves both, and it takes about as long as a row
 * of ten elements. A last row comes alone, with `next` 0.
 */
@inline
export function logSoftMaxAlong<T>(size: i32, x: usize, y: usize, next: usize): void {
  let largest = f64x2.splat(0);
  let total = f64x2.splat(1);
  let at = x + next;
  // The second row first: it moves on to the second lane.
  for (;;) {
    const rowLargest = rowMax<T>(size, at);
    const rowTotal = sumOfPowers<T>(false, size, at, y, v128.splat<T>(rowLargest));
    largest = v128.shuffle<f64>(f64x2.splat(<f64>rowLargest), largest, 0, 2);
    total = v128.shuffle<f64>(f64x2.splat(rowTotal), total, 0, 2);
    if (at == x) break;
    at = x;
  }
  const logTotals = f64x2.add(largest, logLanes<f64>(total));
  subtract<T>(size, x, y, v128.shuffle<f64>(logTotals, logTotals, 0, 0));
  if (next != 0) subtract<T>(size, x + next, y + next, v128.shuffle<f64>(logTotals, logTotals, 1, 1));
}

/** gradInput ← output·(gradOutput − Σ output·gradOutput) */
@inline
export function softMaxGradientAlong<T>(size: i32, output: usize, gradOutput: usize, gradInput: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i = 0; i < size; i += lanes) {
    const some = min(size - i, lanes);
    const at = <usize>i << alignof<T>();
    const y = loadPart<T>(output + at, some, zero);
    const g = loadPart<T>(gradOutput + at, some, zero);
    low = f64x2.add(low, f64x2.mul(lowPair<T>(y), lowPair<T>(g)));
    if (sizeof<T>() == 4) high = f64x2.add(high, f64x2.mul(highPair(y), highPair(g)));
  }
  const total = v128.splat<T>(<T>laneSum(f64x2.add(low, high)));
  for (let i = 0; i < size; i += lanes) {
    const some = min(size - i, lanes);
    const at = <usize>i << alignof<T>();
    const y = loadPart<T>(output + at, some, zero);
    const g = loadPart<T>(gradOutput + at, some, zero);
    storePart<T>(gradInput + at, v128.mul<T>(y, v128.sub<T>(g, total)), some);
  }
}

/** gradInput ← gradOutput − exp(output)·Σ gradOutput */
@inline
export function logSoftMaxGradientAlong<T>(size: i32, output: usize, gradOutput: usize, gradInput: usize): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  for (let i = 0; i < size; i += lanes) {
    const g = loadPart<T>(gradOutput + (<usize>i << alignof<T>()), min(size - i, lanes), zero);
    low = f64x2.add(low, lowPair<T>(g));
    if (sizeof<T>() == 4) high = f64x2.add(high, highPair(g));
  }
  const minusTotal = v128.splat<T>(<T>-laneSum(f64x2.add(low, high)));
  for (let i = 0; i < size; i += lanes) {
    const some = min(size - i, lanes);
    const at = <usize>i << alignof<T>();
    const power = expLanes<T>(loadPart<T>(output + at, some, zero));
    const g = loadPart<T>(gradOutput + at, some, zero);
    storePart<T>(gradInput + at, multiplyAdd<T>(power, minusTotal, g), some);
  }
}
