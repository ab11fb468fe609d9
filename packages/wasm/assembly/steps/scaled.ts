import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

/**
 * A step that is scaled by the size of past gradients: with d = g + decay·x, v ← keep·v + share·d² and
 * x ← x − rate·d / (√v + epsilon). RMSprop has share = 1 − keep, Adagrad keep = share = 1. Adam has d smoothed as well:
 * m ← keepMean·m + shareMean·d stands above the line. The gradient g is not changed.
 */
@inline
function scaled<T>(
  smooth: bool,
  count: i32,
  x: usize,
  g: usize,
  m: usize,
  v: usize,
  rate: f64,
  keepMean: f64,
  keep: f64,
  share: f64,
  epsilon: f64,
  decay: f64,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  const rates = v128.splat<T>(<T>rate);
  const meansKept = v128.splat<T>(<T>keepMean);
  const meanShares = v128.splat<T>(<T>(1 - keepMean));
  const kept = v128.splat<T>(<T>keep);
  const shares = v128.splat<T>(<T>share);
  const epsilons = v128.splat<T>(<T>epsilon);
  const decays = v128.splat<T>(<T>decay);
  for (let i = 0; i < count; i += lanes) {
    const some = min(count - i, lanes);
    const at = <usize>i << alignof<T>();
    const here = loadPart<T>(x + at, some, zero);
    let direction = loadPart<T>(g + at, some, zero);
    if (decay != 0) direction = multiplyAdd<T>(decays, here, direction);
    let square = v128.mul<T>(shares, v128.mul<T>(direction, direction));
    square = multiplyAdd<T>(kept, loadPart<T>(v + at, some, zero), square);
    storePart<T>(v + at, square, some);
    if (smooth) {
      direction = v128.mul<T>(meanShares, direction);
      direction = multiplyAdd<T>(meansKept, loadPart<T>(m + at, some, zero), direction);
      storePart<T>(m + at, direction, some);
    }
    const size = v128.add<T>(v128.sqrt<T>(square), epsilons);
    storePart<T>(x + at, v128.sub<T>(here, v128.div<T>(v128.mul<T>(rates, direction), size)), some);
  }
}

export function step_scaled_f32(
  count: i32,
  x: usize,
  g: usize,
  v: usize,
  rate: f64,
  keep: f64,
  share: f64,
  epsilon: f64,
  decay: f64,
): void {
  scaled<f32>(false, count, x, g, 0, v, rate, 0, keep, share, epsilon, decay);
}
export function step_scaled_f64(
  count: i32,
  x: usize,
  g: usize,
  v: usize,
  rate: f64,
  keep: f64,
  share: f64,
  epsilon: f64,
  decay: f64,
): void {
  scaled<f64>(false, count, x, g, 0, v, rate, 0, keep, share, epsilon, decay);
}

export function step_adam_f32(
  count: i32,
  x: usize,
  g: usize,
  m: usize,
  v: usize,
  rate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  decay: f64,
): void {
  scaled<f32>(true, count, x, g, m, v, rate, beta1, beta2, 1 - beta2, epsilon, decay);
}
export function step_adam_f64(
  count: i32,
  x: usize,
  g: usize,
  m: usize,
  v: usize,
  rate: f64,
  beta1: f64,
  beta2: f64,
  epsilon: f64,
  decay: f64,
): void {
  scaled<f64>(true, count, x, g, m, v, rate, beta1, beta2, 1 - beta2, epsilon, decay);
}
