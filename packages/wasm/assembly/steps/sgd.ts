import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

/**
 * A step of stochastic gradient descent: x ← x − rate·direction. With d = g + decay·x, the direction is d without momentum;
 * with it v ← momentum·v + (1 − dampening)·d, at the first step v ← d, and the direction is v or, for Nesterov's
 * look-ahead, d + momentum·v. Without momentum v is not touched; the gradient g never is. The conditions are the same for
 * all elements: the loop waits for memory, not for them.
 */
@inline
function sgd<T>(
  count: i32,
  x: usize,
  g: usize,
  v: usize,
  rate: f64,
  momentum: f64,
  dampening: f64,
  decay: f64,
  nesterov: i32,
  first: i32,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  const minusRates = v128.splat<T>(<T>-rate);
  const momenta = v128.splat<T>(<T>momentum);
  const shares = v128.splat<T>(<T>(1 - dampening));
  const decays = v128.splat<T>(<T>decay);
  for (let i = 0; i < count; i += lanes) {
    const some = min(count - i, lanes);
    const at = <usize>i << alignof<T>();
    const here = loadPart<T>(x + at, some, zero);
    let direction = loadPart<T>(g + at, some, zero);
    if (decay != 0) direction = multiplyAdd<T>(decays, here, direction);
    if (momentum != 0) {
      let velocity = direction;
      if (first == 0) {
        velocity = v128.mul<T>(shares, direction);
        velocity = multiplyAdd<T>(momenta, loadPart<T>(v + at, some, zero), velocity);
      }
      storePart<T>(v + at, velocity, some);
      direction = nesterov == 0 ? velocity : multiplyAdd<T>(momenta, velocity, direction);
    }
    storePart<T>(x + at, multiplyAdd<T>(minusRates, direction, here), some);
  }
}

export function step_sgd_f32(
  count: i32,
  x: usize,
  g: usize,
  v: usize,
  rate: f64,
  momentum: f64,
  dampening: f64,
  decay: f64,
  nesterov: i32,
  first: i32,
): void {
  sgd<f32>(count, x, g, v, rate, momentum, dampening, decay, nesterov, first);
}
export function step_sgd_f64(
  count: i32,
  x: usize,
  g: usize,
  v: usize,
  rate: f64,
  momentum: f64,
  dampening: f64,
  decay: f64,
  nesterov: i32,
  first: i32,
): void {
  sgd<f64>(count, x, g, v, rate, momentum, dampening, decay, nesterov, first);
}
