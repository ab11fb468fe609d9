import { loadPart, storePart } from "../rows/parts";

/**
 * One vector of an Rprop step, `some` elements of it. Where g and p have one sign the length s grows, where they have two it
 * shrinks and g counts as 0; s stays from `least` to `most`; x ← x − sign(g)·s; p ← g. The gradient g is not changed.
 */
@inline
function step<T>(
  some: i32, x: usize, g: usize, p: usize, s: usize, grow: v128, shrink: v128, least: v128, most: v128,
): void {
  const zero = v128.splat<T>(0), one = v128.splat<T>(1);
  const gradient = loadPart<T>(g, some, zero);
  const previous = loadPart<T>(p, some, zero);
  // Signs, for the product of small numbers is 0.
  const rises = v128.gt<T>(gradient, zero), falls = v128.lt<T>(gradient, zero);
  const rose = v128.gt<T>(previous, zero), fell = v128.lt<T>(previous, zero);
  const grows = v128.or(v128.and(rises, rose), v128.and(falls, fell));
  const turns = v128.or(v128.and(rises, fell), v128.and(falls, rose));
  const factor = v128.bitselect(grow, v128.bitselect(shrink, one, turns), grows);
  const length = v128.mul<T>(loadPart<T>(s, some, zero), factor);
  const change = v128.pmin<T>(v128.pmax<T>(length, least), most);
  storePart<T>(s, change, some);
  const kept = v128.andnot(gradient, turns);
  storePart<T>(p, kept, some);
  const here = loadPart<T>(x, some, zero);
  const moves = v128.andnot(change, turns);
  const down = v128.and(rises, moves), up = v128.and(falls, moves);
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
