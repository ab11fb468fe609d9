import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

/**
 * One vector of a step that is scaled by the size of past gradients, `some` elements of it: with d = g + decay·x,
 * v ← keep·v + share·d² and x ← x − rate·d / (√v + epsilon). RMSprop has share = 1 − keep, Adagrad keep = share = 1. Adam has
 * d smoothed as well: m ← keepMean·m + shareMean·d stands above the line. The gradient g is not changed.
 */
@inline
function step<T>(
  smooth: bool, decays: bool, some: i32, x: usize, g: usize, m: usize, v: usize,
  rate: v128, keepMean: v128, shareMean: v128, keep: v128, share: v128, epsilon: v128, decay: v128,
): void {
  const zero = v128.splat<T>(0);
  const here = loadPart<T>(x, some, zero);
  let direction = loadPart<T>(g, some, zero);
  if (decays) direction = multiplyAdd<T>(decay, here, direction);
  let square = v128.mul<T>(share, v128.mul<T>(direction, direction));
  square = multiplyAdd<T>(keep, loadPart<T>(v, some, zero), square);
  storePart<T>(v, square, some);
  if (smooth) {
    direction = multiplyAdd<T>(keepMean, loadPart<T>(m, some, zero), v128.mul<T>(shareMean, direction));
    storePart<T>(m, direction, some);
  }
  const size = v128.add<T>(v128.sqrt<T>(square), epsilon);
  storePart<T>(x, v128.sub<T>(here, v128.div<T>(v128.mul<T>(rate, direction), size)), some);
}

/** All vectors of a step; `smooth` and `decays` are constants. */
@inline
function steps<T>(
  smooth: bool, decays: bool, count: i32, x: usize, g: usize, m: usize, v: usize,
  rate: f64, keepMean: f64, keep: f64, share: f64, epsilon: f64, decay: f64,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const r = v128.splat<T>(<T>rate), km = v128.splat<T>(<T>keepMean), sm = v128.splat<T>(<T>(1 - keepMean));
  const k = v128.splat<T>(<T>keep), s = v128.splat<T>(<T>share);
  const e = v128.splat<T>(<T>epsilon), d = v128.splat<T>(<T>decay);
  for (; count >= lanes; count -= lanes, x += 16, g += 16, m += 16, v += 16) {
    step<T>(smooth, decays, lanes, x, g, m, v, r, km, sm, k, s, e, d);
  }
  if (count > 0) step<T>(smooth, decays, count, x, g, m, v, r, km, sm, k, s, e, d);
}

@inline
function scaled<T>(
  smooth: bool, count: i32, x: usize, g: usize, m: usize, v: usize,
  rate: f64, keepMean: f64, keep: f64, share: f64, epsilon: f64, decay: f64,
): void {
  if (decay == 0) steps<T>(smooth, false, count, x, g, m, v, rate, keepMean, keep, share, epsilon, decay);
  else steps<T>(smooth, true, count, x, g, m, v, rate, keepMean, keep, share, epsilon, decay);
}

export function step_scaled_f32(
  count: i32, x: usize, g: usize, v: usize, rate: f64, keep: f64, share: f64, epsilon: f64, decay: f64,
): void {
  scaled<f32>(false, count, x, g, 0, v, rate, 0, keep, share, epsilon, decay);
}
export function step_scaled_f64(
  count: i32, x: usize, g: usize, v: usize, rate: f64, keep: f64, share: f64, epsilon: f64, decay: f64,
): void {
  scaled<f64>(false, count, x, g, 0, v, rate, 0, keep, share, epsilon, decay);
}

export function step_adam_f32(
  count: i32, x: usize, g: usize, m: usize, v: usize,
  rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  scaled<f32>(true, count, x, g, m, v, rate, beta1, beta2, 1 - beta2, epsilon, decay);
}
export function step_adam_f64(
  count: i32, x: usize, g: usize, m: usize, v: usize,
  rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  scaled<f64>(true, count, x, g, m, v, rate, beta1, beta2, 1 - beta2, epsilon, decay);
}
