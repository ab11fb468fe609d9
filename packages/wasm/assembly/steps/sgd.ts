import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

// What a step carries from the last one.
const NOTHING = 0;
const VELOCITY = 1;
const VELOCITY_AHEAD = 2;

/**
 * One vector of a step of stochastic gradient descent, `some` elements of it: x ← x − rate·direction. With d = g + decay·x,
 * the direction is d when nothing is carried; else v ← keep·v + share·d, and the direction is v or, ahead of it, d + ahead·v.
 * The gradient g is not changed.
 */
@inline
function step<T>(
  carries: i32, decays: bool, some: i32,
  x: usize, g: usize, v: usize, minusRate: v128, keep: v128, share: v128, ahead: v128, decay: v128,
): void {
  const zero = v128.splat<T>(0);
  const here = loadPart<T>(x, some, zero);
  let direction = loadPart<T>(g, some, zero);
  if (decays) direction = multiplyAdd<T>(decay, here, direction);
  if (carries != NOTHING) {
    const velocity = multiplyAdd<T>(keep, loadPart<T>(v, some, zero), v128.mul<T>(share, direction));
    storePart<T>(v, velocity, some);
    direction = carries == VELOCITY ? velocity : multiplyAdd<T>(ahead, velocity, direction);
  }
  storePart<T>(x, multiplyAdd<T>(minusRate, direction, here), some);
}

/** All vectors of a step; `carries` and `decays` are constants. */
@inline
function steps<T>(
  carries: i32, decays: bool, count: i32,
  x: usize, g: usize, v: usize, minusRate: v128, keep: v128, share: v128, ahead: v128, decay: v128,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  for (; count >= lanes; count -= lanes, x += 16, g += 16, v += 16) {
    step<T>(carries, decays, lanes, x, g, v, minusRate, keep, share, ahead, decay);
  }
  if (count > 0) step<T>(carries, decays, count, x, g, v, minusRate, keep, share, ahead, decay);
}

@inline
function sgd<T>(
  count: i32, x: usize, g: usize, v: usize,
  rate: f64, carries: i32, keep: f64, share: f64, ahead: f64, decay: f64,
): void {
  const r = v128.splat<T>(<T>-rate), k = v128.splat<T>(<T>keep), s = v128.splat<T>(<T>share);
  const a = v128.splat<T>(<T>ahead), d = v128.splat<T>(<T>decay);
  if (decay == 0) {
    if (carries == NOTHING) steps<T>(NOTHING, false, count, x, g, v, r, k, s, a, d);
    else if (carries == VELOCITY) steps<T>(VELOCITY, false, count, x, g, v, r, k, s, a, d);
    else steps<T>(VELOCITY_AHEAD, false, count, x, g, v, r, k, s, a, d);
  } else if (carries == NOTHING) steps<T>(NOTHING, true, count, x, g, v, r, k, s, a, d);
  else if (carries == VELOCITY) steps<T>(VELOCITY, true, count, x, g, v, r, k, s, a, d);
  else steps<T>(VELOCITY_AHEAD, true, count, x, g, v, r, k, s, a, d);
}

export function step_sgd_f32(
  count: i32, x: usize, g: usize, v: usize,
  rate: f64, carries: i32, keep: f64, share: f64, ahead: f64, decay: f64,
): void {
  sgd<f32>(count, x, g, v, rate, carries, keep, share, ahead, decay);
}
export function step_sgd_f64(
  count: i32, x: usize, g: usize, v: usize,
  rate: f64, carries: i32, keep: f64, share: f64, ahead: f64, decay: f64,
): void {
  sgd<f64>(count, x, g, v, rate, carries, keep, share, ahead, decay);
}
