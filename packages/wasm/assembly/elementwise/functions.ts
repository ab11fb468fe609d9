// Functions of vectors, made from the exponential function, the logarithm and single instructions.

import { multiplyAdd } from "../lanes";
import { signBit, splat, splatBits } from "./constants";
import { exponentAndMagic, expLanes, expMinusOneOfReduced, powerOfTwo, reducedExponent, wholeMagic } from "./exp";
import { logAtEnds, logLanes, logOfNormal } from "./log";

/**
 * tanh x in every lane: at most 1.9 ulp off (measured on 600 million floats of all sizes), also for float64
 * (4.2e-16).
 *
 * With t = e^(-2|x|) − 1 and h = t / (t + 2) it is -h with the sign of x. h is improved once, to (t − t·h) / 2, which is the same
 * but for rounding: both terms have one sign, and the errors of the sum and the quotient in h are at least halved. t is
 * 2ⁿ·(eʳ − 1) + (2ⁿ − 1), so that nothing cancels near 0; what is lost in this sum goes into the improved one.
 */
@inline
export function tanhLanes<T>(x: v128): v128 {
  const one = splat<T>(1);
  // From 10 or 20 on the result rounds to 1.
  const limited = v128.pmin<T>(v128.abs<T>(x), splat<T>(sizeof<T>() == 4 ? 10 : 20));
  const argument = v128.mul<T>(limited, splat<T>(-2));
  const nAndMagic = exponentAndMagic<T>(argument);
  const r = reducedExponent<T>(argument, v128.sub<T>(nAndMagic, wholeMagic<T>()));
  const power = powerOfTwo<T>(nAndMagic);
  const powerMinusOne = v128.sub<T>(power, one);
  const e = expMinusOneOfReduced<T>(r);
  const t = multiplyAdd<T>(power, e, powerMinusOne);
  const lost = multiplyAdd<T>(power, e, v128.sub<T>(powerMinusOne, t));
  const h = v128.div<T>(t, multiplyAdd<T>(power, e, v128.add<T>(power, one)));
  const low = v128.sub<T>(lost, v128.mul<T>(t, h));
  const magnitude = v128.mul<T>(v128.add<T>(t, low), splat<T>(-0.5));
  return v128.bitselect(x, magnitude, signBit<T>());
}

/**
 * 1 / (1 + e⁻ˣ) in every lane: at most 1.9 ulp off (measured on 600 million floats of all sizes), also for
 * float64 (4.2e-16).
 *
 * With e = e^(-|x|) and h = e / (1 + e) it is 1 − h for positive x, and for negative x it is h, improved once to e − e·h, which
 * is the same but for rounding.
 */
@inline
export function sigmoidLanes<T>(x: v128): v128 {
  const one = splat<T>(1);
  const sign = signBit<T>();
  const e = expLanes<T>(v128.or(x, sign));
  const h = v128.div<T>(e, v128.add<T>(one, e));
  const base = v128.bitselect(e, one, v128.lt<T>(x, splat<T>(0)));
  return multiplyAdd<T>(v128.xor(base, sign), h, base);
}

/**
 * log(1 + x) in every lane. 1 + x is rounded to u, and log u corrected by what rounding took away, divided by u (as in
 * fdlibm's s_log1p.c). Where u is 1 the result is x. At most 0.9 ulp off (measured on 600 million floats of all sizes), also
 * for float64.
 */
@inline
export function log1pLanes<T>(x: v128): v128 {
  const one = splat<T>(1);
  const u = v128.add<T>(x, one);
  // Of the two ways to find what was lost, the one for x below 1 and the one for x above it, each exact there.
  const lostBelow = v128.sub<T>(x, v128.sub<T>(u, one));
  const lostAbove = v128.sub<T>(one, v128.sub<T>(u, x));
  const lost = v128.bitselect(lostBelow, lostAbove, v128.lt<T>(x, one));
  const result = logAtEnds<T>(u, logOfNormal<T>(u, splat<T>(0), v128.div<T>(lost, u)));
  return v128.bitselect(x, result, v128.eq<T>(u, one));
}

// Functions of which two or more stand in one kernel are called: the code of each would be there anew otherwise.

function expOf<T>(x: v128): v128 {
  return expLanes<T>(x);
}

function log1pOf<T>(x: v128): v128 {
  return log1pLanes<T>(x);
}

/**
 * eˣ − 1 for x up to 0, in every lane: at most 1.6 ulp off. With x = n·ln 2 + r it is 2ⁿ·(eʳ − 1) + (2ⁿ − 1), so that nothing
 * cancels near 0. NaN stays.
 */
@inline
export function expMinusOneOfNegative<T>(x: v128): v128 {
  // From here on down the result rounds to -1. Of two operands, pmax takes the first if one is NaN.
  const limited = v128.pmax<T>(x, splat<T>(sizeof<T>() == 4 ? -20 : -40));
  const nAndMagic = exponentAndMagic<T>(limited);
  const r = reducedExponent<T>(limited, v128.sub<T>(nAndMagic, wholeMagic<T>()));
  const power = powerOfTwo<T>(nAndMagic);
  return multiplyAdd<T>(power, expMinusOneOfReduced<T>(r), v128.sub<T>(power, splat<T>(1)));
}

/** x where it is above 0, a·(eˣ − 1) elsewhere. */
@inline
export function eluLanes<T>(x: v128, a: v128): v128 {
  const zero = splat<T>(0);
  const below = v128.mul<T>(a, expMinusOneOfNegative<T>(v128.pmin<T>(x, zero)));
  return v128.bitselect(x, below, v128.gt<T>(x, zero));
}

/** x where |x| is above a, 0 elsewhere. */
@inline
export function hardShrinkLanes<T>(x: v128, a: v128): v128 {
  return v128.and(x, v128.gt<T>(v128.abs<T>(x), a));
}

/** x − a where x is above a, x + a where it is below −a, 0 elsewhere; `bound` is a as it compares. */
@inline
export function softShrinkLanes<T>(x: v128, a: v128, bound: v128): v128 {
  const above = v128.gt<T>(x, bound);
  const below = v128.andnot(v128.lt<T>(x, v128.neg<T>(bound)), above);
  return v128.or(v128.and(v128.sub<T>(x, a), above), v128.and(v128.add<T>(x, a), below));
}

/** ln(1 + e^(a·x)) / a; x where a·x is above b. */
@inline
export function softPlusLanes<T>(x: v128, a: v128, b: v128): v128 {
  const scaled = v128.mul<T>(a, x);
  return v128.bitselect(x, v128.div<T>(log1pOf<T>(expOf<T>(scaled)), a), v128.gt<T>(scaled, b));
}

/** −ln(1 + e⁻ˣ) */
@inline
export function logSigmoidLanes<T>(x: v128): v128 {
  const rest = log1pOf<T>(expOf<T>(v128.or(x, signBit<T>())));
  return v128.sub<T>(v128.pmin<T>(x, splat<T>(0)), rest);
}

/** x / (1 + |x|) */
@inline
export function softSignLanes<T>(x: v128): v128 {
  return v128.div<T>(x, v128.add<T>(splat<T>(1), v128.abs<T>(x)));
}

/** |x|ʸ·s for two float64: s is the sign that an odd power of x has. */
function powerOfDoubles(x: v128, y: v128): v128 {
  const zero = f64x2.splat(0);
  const sign = signBit<f64>();
  const size = f64x2.abs(x);
  const power = expLanes<f64>(f64x2.mul(y, logLanes<f64>(size)));
  const whole = f64x2.eq(f64x2.trunc(y), y);
  const half = f64x2.mul(y, f64x2.splat(0.5));
  const odd = v128.andnot(whole, f64x2.eq(f64x2.trunc(half), half));
  let result = v128.or(power, v128.and(v128.and(x, sign), odd));
  // A power of a negative number, but for -infinity, that is no whole one: all bits set are NaN.
  const negative = v128.and(f64x2.lt(x, zero), f64x2.ne(size, f64x2.splat(Infinity)));
  result = v128.or(result, v128.andnot(negative, whole));
  return v128.bitselect(f64x2.splat(1), result, f64x2.eq(y, zero));
}

/**
 * xʸ for float32, computed in float64 as e^(y·log |x|): rounded once, as good as always to the nearest float32. Special
 * values are those of JavaScript's `**`. y comes as two vectors of float64.
 */
@inline
export function powerLanes(x: v128, yLow: v128, yHigh: v128): v128 {
  const low = powerOfDoubles(f64x2.promote_low_f32x4(x), yLow);
  const high = powerOfDoubles(promoteHigh(x), yHigh);
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** {@link powerLanes} of two vectors of float32. */
@inline
export function powerOfLanes(x: v128, y: v128): v128 {
  return powerLanes(x, f64x2.promote_low_f32x4(y), promoteHigh(y));
}

/** The number rounded to a whole one, halves away from zero. */
@inline
export function roundLanes<T>(x: v128): v128 {
  const whole = v128.trunc<T>(x);
  const far = v128.ge<T>(v128.abs<T>(v128.sub<T>(x, whole)), splat<T>(0.5));
  // 1 or 0 with the sign of x, so that -0 stays.
  const step = v128.or(v128.and(far, splat<T>(1)), v128.and(x, signBit<T>()));
  return v128.add<T>(whole, step);
}

/** 1 or -1; zeros and NaN stay. */
@inline
export function signLanes<T>(x: v128): v128 {
  const zero = splat<T>(0);
  const one = v128.or(splat<T>(1), v128.and(x, signBit<T>()));
  return v128.bitselect(one, x, v128.or(v128.lt<T>(x, zero), v128.gt<T>(x, zero)));
}

/** x − y·⌊x/y⌋ for float64. Never with multiply-adds: a last bit more or less moves the result by y. */
@inline
function remainderOfDoubles(x: v128, y: v128): v128 {
  return f64x2.sub(x, f64x2.mul(y, f64x2.floor(f64x2.div(x, y))));
}

/** The two float32 at the end of a vector, as float64. */
@inline
function promoteHigh(x: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<u64>(x, x, 1, 0));
}

/** x − y·⌊x/y⌋, computed in float64. For float32, y comes as two vectors of float64. */
@inline
export function remainderLanes<T>(x: v128, yLow: v128, yHigh: v128): v128 {
  if (sizeof<T>() == 8) return remainderOfDoubles(x, yLow);
  const low = remainderOfDoubles(f64x2.promote_low_f32x4(x), yLow);
  const high = remainderOfDoubles(promoteHigh(x), yHigh);
  return v128.shuffle<u64>(f32x4.demote_f64x2_zero(low), f32x4.demote_f64x2_zero(high), 0, 2);
}

/** {@link remainderLanes} of two vectors of T. */
@inline
export function remainderOfLanes<T>(x: v128, y: v128): v128 {
  if (sizeof<T>() == 8) return remainderLanes<T>(x, y, y);
  return remainderLanes<T>(x, f64x2.promote_low_f32x4(y), promoteHigh(y));
}

/**
 * The largest number of T that is not above `value`: x > floorTo(value) just when x > value, and x ≤ floorTo(value) just
 * when x ≤ value, for all x of T.
 */
@inline
export function floorTo<T>(value: f64): T {
  if (sizeof<T>() == 8) return <T>value;
  const nearest = <f32>value;
  if (<f64>nearest > value) {
    const bits = reinterpret<i32>(nearest);
    if (nearest > 0) return <T>reinterpret<f32>(bits - 1);
    if (nearest < 0) return <T>reinterpret<f32>(bits + 1);
    return <T>reinterpret<f32>(0x8000_0001);
  }
  return <T>nearest;
}

/** The smallest number of T that is not below `value`. */
@inline
export function ceilTo<T>(value: f64): T {
  return <T>-floorTo<T>(-value);
}
