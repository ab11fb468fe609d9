import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

/**
 * One vector of an Adamax step, `some` elements of it. With d = g + decay·x: m ← beta1·m + share·d,
 * u ← max(beta2·u, |d| + epsilon), x ← x − rate·m / u. The gradient g is not changed.
 */
@inline
function step<T>(
  decays: bool, some: i32, x: usize, g: usize, m: usize, u: usize,
  rate: v128, beta1: v128, share: v128, beta2: v128, epsilon: v128, decay: v128,
): void {
  const zero = v128.splat<T>(0);
  const here = loadPart<T>(x, some, zero);
  let direction = loadPart<T>(g, some, zero);
  if (decays) direction = multiplyAdd<T>(decay, here, direction);
  const mean = multiplyAdd<T>(beta1, loadPart<T>(m, some, zero), v128.mul<T>(share, direction));
  storePart<T>(m, mean, some);
  const size = v128.add<T>(v128.abs<T>(direction), epsilon);
  // Lanes past the end hold no element: any divisor but 0 does there.
  const largest = v128.max<T>(v128.mul<T>(beta2, loadPart<T>(u, some, v128.splat<T>(1))), size);
  storePart<T>(u, largest, some);
  storePart<T>(x, v128.sub<T>(here, v128.div<T>(v128.mul<T>(rate, mean), largest)), some);
}

/** All vectors of a step; `decays` is a constant. */
@inline
function steps<T>(
  decays: bool, count: i32, x: usize, g: usize, m: usize, u: usize,
  rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const r = v128.splat<T>(<T>rate), b1 = v128.splat<T>(<T>beta1), s = v128.splat<T>(<T>(1 - beta1));
  const b2 = v128.splat<T>(<T>beta2), e = v128.splat<T>(<T>epsilon), d = v128.splat<T>(<T>decay);
  for (; count >= lanes; count -= lanes, x += 16, g += 16, m += 16, u += 16) {
    step<T>(decays, lanes, x, g, m, u, r, b1, s, b2, e, d);
  }
  if (count > 0) step<T>(decays, count, x, g, m, u, r, b1, s, b2, e, d);
}

@inline
function adamax<T>(
  count: i32, x: usize, g: usize, m: usize, u: usize, rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  if (decay == 0) steps<T>(false, count, x, g, m, u, rate, beta1, beta2, epsilon, decay);
  else steps<T>(true, count, x, g, m, u, rate, beta1, beta2, epsilon, decay);
}

export function step_adamax_f32(
  count: i32, x: usize, g: usize, m: usize, u: usize, rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  adamax<f32>(count, x, g, m, u, rate, beta1, beta2, epsilon, decay);
}
export function step_adamax_f64(
  count: i32, x: usize, g: usize, m: usize, u: usize, rate: f64, beta1: f64, beta2: f64, epsilon: f64, decay: f64,
): void {
  adamax<f64>(count, x, g, m, u, rate, beta1, beta2, epsilon, decay);
}
