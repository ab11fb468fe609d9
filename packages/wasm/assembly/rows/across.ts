import { expLanes } from "../elementwise/exp";
import { logLanes } from "../elementwise/log";
import { multiplyAdd } from "../lanes";
import { fromPairs, highPair, loadPart, lowPair, storePart } from "./parts";

// Functions of rows that lie side by side, their elements `step` bytes apart: each lane has a row of its own. There are
// `lanes` (1 or more) of them; the other lanes hold 0 and are never stored. Sums are in double precision.

/** The largest element of each row; NaN does not count. */
@inline
function rowMaxima<T>(size: i32, step: usize, lanes: i32, x: usize): v128 {
  const zero = v128.splat<T>(0);
  let largest = v128.splat<T>(<T>-Infinity);
  for (let s = 0; s < size; s++, x += step) largest = v128.pmax<T>(largest, loadPart<T>(x, lanes, zero));
  return largest;
}

@inline
export function softMaxAcross<T>(size: i32, step: usize, lanes: i32, x: usize, y: usize): void {
  const zero = v128.splat<T>(0);
  const largest = rowMaxima<T>(size, step, lanes, x);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let at: usize = 0;
  for (let s = 0; s < size; s++, at += step) {
    const power = expLanes<T>(v128.sub<T>(loadPart<T>(x + at, lanes, zero), largest));
    storePart<T>(y + at, power, lanes);
    low = f64x2.add(low, lowPair<T>(power));
    if (sizeof<T>() == 4) high = f64x2.add(high, highPair(power));
  }
  const one = f64x2.splat(1);
  const factor = fromPairs<T>(f64x2.div(one, low), f64x2.div(one, high));
  for (let s = 0; s < size; s++, y += step) {
    storePart<T>(y, v128.mul<T>(loadPart<T>(y, lanes, zero), factor), lanes);
  }
}

/** As along the rows: x − (largest + log Σ), rounded once. */
@inline
export function logSoftMaxAcross<T>(size: i32, step: usize, lanes: i32, x: usize, y: usize): void {
  const zero = v128.splat<T>(0);
  const largest = rowMaxima<T>(size, step, lanes, x);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let at: usize = 0;
  for (let s = 0; s < size; s++, at += step) {
    const power = expLanes<T>(v128.sub<T>(loadPart<T>(x + at, lanes, zero), largest));
    low = f64x2.add(low, lowPair<T>(power));
    if (sizeof<T>() == 4) high = f64x2.add(high, highPair(power));
  }
  low = f64x2.add(lowPair<T>(largest), logLanes<f64>(low));
  if (sizeof<T>() == 4) high = f64x2.add(highPair(largest), logLanes<f64>(high));
  at = 0;
  for (let s = 0; s < size; s++, at += step) {
    const here = loadPart<T>(x + at, lanes, zero);
    const first = f64x2.sub(lowPair<T>(here), low);
    const second = sizeof<T>() == 4 ? f64x2.sub(highPair(here), high) : first;
    storePart<T>(y + at, fromPairs<T>(first, second), lanes);
  }
}

/** gradInput ← output·(gradOutput − Σ output·gradOutput) */
@inline
export function softMaxGradientAcross<T>(
  size: i32,
  step: usize,
  lanes: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  const zero = v128.splat<T>(0);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let at: usize = 0;
  for (let s = 0; s < size; s++, at += step) {
    const y = loadPart<T>(output + at, lanes, zero);
    const g = loadPart<T>(gradOutput + at, lanes, zero);
    low = f64x2.add(low, f64x2.mul(lowPair<T>(y), lowPair<T>(g)));
    if (sizeof<T>() == 4) high = f64x2.add(high, f64x2.mul(highPair(y), highPair(g)));
  }
  const total = fromPairs<T>(low, high);
  at = 0;
  for (let s = 0; s < size; s++, at += step) {
    const y = loadPart<T>(output + at, lanes, zero);
    const g = loadPart<T>(gradOutput + at, lanes, zero);
    storePart<T>(gradInput + at, v128.mul<T>(y, v128.sub<T>(g, total)), lanes);
  }
}

/** gradInput ← gradOutput − exp(output)·Σ gradOutput */
@inline
export function logSoftMaxGradientAcross<T>(
  size: i32,
  step: usize,
  lanes: i32,
  output: usize,
  gradOutput: usize,
  gradInput: usize,
): void {
  const zero = v128.splat<T>(0);
  let low = f64x2.splat(0);
  let high = f64x2.splat(0);
  let at: usize = 0;
  for (let s = 0; s < size; s++, at += step) {
    const g = loadPart<T>(gradOutput + at, lanes, zero);
    low = f64x2.add(low, lowPair<T>(g));
    if (sizeof<T>() == 4) high = f64x2.add(high, highPair(g));
  }
  const minusTotal = v128.neg<T>(fromPairs<T>(low, high));
  at = 0;
  for (let s = 0; s < size; s++, at += step) {
    const power = expLanes<T>(loadPart<T>(output + at, lanes, zero));
    const g = loadPart<T>(gradOutput + at, lanes, zero);
    storePart<T>(gradInput + at, multiplyAdd<T>(power, minusTotal, g), lanes);
  }
}
