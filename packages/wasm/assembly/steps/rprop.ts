import { loadPart, storePart } from "../rows/parts";

/**
 * One vector of an Rprop step, `some` elements of it. Where g·p > 0 the length s grows, where g·p < 0 it shrinks and g counts
 * as 0; s stays from `least` to `most`; x ← x − sign(g)·s; p ← g. The gradient g is not changed.
 */
@inline
function step<T>(
  some: i32, x: usize, g: usize, p: usize, s: usize, grow: v128, shrink: v128, least: v128, most: v128,
): void {
  const zero = v128.splat<T>(0), one = v128.splat<T>(1);
  const gradient = loadPart<T>(g, some, zero);
  const agreement = v128.mul<T>(gradient, loadPart<T>(p, some, zero));
  const grows = v128.gt<T>(agreement, zero), turns = v128.lt<T>(agreement, zero);
  const factor = v128.bitselect(grow, v128.bitselect(shrink, one, turns), grows);
  const length = v128.mul<T>(loadPart<T>(s, some, zero), factor);
  const change = v128.pmin<T>(v128.pmax<T>(length, least), most);
  storePart<T>(s, change, some);
  const kept = v128.andnot(gradient, turns);
  storePart<T>(p, kept, some);
  const here = loadPart<T>(x, some, zero);
  const down = v128.and(v128.gt<T>(kept, zero), change), up = v128.and(v128.lt<T>(kept, zero), change);
  storePart<T>(x, v128.add<T>(v128.sub<T>(here, down), up), some);
}

@inline
function rprop<T>(
  count: i32, x: usize, g: usize, p: usize, s: usize, grow: f64, shrink: f64, least: f64, most: f64,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const factorUp = v128.splat<T>(<T>grow), factorDown = v128.splat<T>(<T>shrink);
  const low = v128.splat<T>(<T>least), high = v128.splat<T>(<T>most);
  for (; count >= lanes; count -= lanes, x += 16, g += 16, p += 16, s += 16) {
    step<T>(lanes, x, g, p, s, factorUp, factorDown, low, high);
  }
  if (count > 0) step<T>(count, x, g, p, s, factorUp, factorDown, low, high);
}

export function step_rprop_f32(
  count: i32, x: usize, g: usize, p: usize, s: usize, grow: f64, shrink: f64, least: f64, most: f64,
): void {
  rprop<f32>(count, x, g, p, s, grow, shrink, least, most);
}
export function step_rprop_f64(
  count: i32, x: usize, g: usize, p: usize, s: usize, grow: f64, shrink: f64, least: f64, most: f64,
): void {
  rprop<f64>(count, x, g, p, s, grow, shrink, least, most);
}
