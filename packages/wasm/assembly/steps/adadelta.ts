import { multiplyAdd } from "../lanes";
import { loadPart, storePart } from "../rows/parts";

/**
 * One vector of an Adadelta step, `some` elements of it. With d = g + decay·x: v ← rho·v + share·d², the step is
 * √(a + epsilon) / √(v + epsilon)·d, x loses it, and a ← rho·a + share·step². The gradient g is not changed.
 */
@inline
function step<T>(
  decays: bool, some: i32, x: usize, g: usize, v: usize, a: usize, rho: v128, share: v128, epsilon: v128, decay: v128,
): void {
  const zero = v128.splat<T>(0);
  const here = loadPart<T>(x, some, zero);
  let direction = loadPart<T>(g, some, zero);
  if (decays) direction = multiplyAdd<T>(decay, here, direction);
  let square = v128.mul<T>(share, v128.mul<T>(direction, direction));
  square = multiplyAdd<T>(rho, loadPart<T>(v, some, zero), square);
  storePart<T>(v, square, some);
  const steps = loadPart<T>(a, some, zero);
  const ratio = v128.div<T>(
    v128.sqrt<T>(v128.add<T>(steps, epsilon)),
    v128.sqrt<T>(v128.add<T>(square, epsilon)),
  );
  const change = v128.mul<T>(ratio, direction);
  storePart<T>(x, v128.sub<T>(here, change), some);
  storePart<T>(a, multiplyAdd<T>(rho, steps, v128.mul<T>(share, v128.mul<T>(change, change))), some);
}

/** All vectors of a step; `decays` is a constant. */
@inline
function steps<T>(
  decays: bool, count: i32, x: usize, g: usize, v: usize, a: usize, rho: f64, epsilon: f64, decay: f64,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const r = v128.splat<T>(<T>rho), s = v128.splat<T>(<T>(1 - rho));
  const e = v128.splat<T>(<T>epsilon), d = v128.splat<T>(<T>decay);
  for (; count >= lanes; count -= lanes, x += 16, g += 16, v += 16, a += 16) {
    step<T>(decays, lanes, x, g, v, a, r, s, e, d);
  }
  if (count > 0) step<T>(decays, count, x, g, v, a, r, s, e, d);
}

@inline
function adadelta<T>(count: i32, x: usize, g: usize, v: usize, a: usize, rho: f64, epsilon: f64, decay: f64): void {
  if (decay == 0) steps<T>(false, count, x, g, v, a, rho, epsilon, decay);
  else steps<T>(true, count, x, g, v, a, rho, epsilon, decay);
}

export function step_adadelta_f32(
  count: i32, x: usize, g: usize, v: usize, a: usize, rho: f64, epsilon: f64, decay: f64,
): void {
  adadelta<f32>(count, x, g, v, a, rho, epsilon, decay);
}
export function step_adadelta_f64(
  count: i32, x: usize, g: usize, v: usize, a: usize, rho: f64, epsilon: f64, decay: f64,
): void {
  adadelta<f64>(count, x, g, v, a, rho, epsilon, decay);
}
