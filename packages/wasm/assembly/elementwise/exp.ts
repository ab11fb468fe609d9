// The exponential function of vectors.
//
// x = n·ln 2 + r with a whole n and |r| at most ln 2 / 2, so that eˣ = 2ⁿ·eʳ. ln 2 is split in two parts; the first has few
// enough bits for its product with n to be exact. eʳ = 1 + r + r²·P(r); P is a minimax polynomial, computed with the Remez
// algorithm in 60 digits: its error is at most 3.1e-9 of eʳ for float32 (degree 4), 3.8e-18 for float64 (degree 9).

import { multiplyAdd } from "../lanes";
import { splat, splatBits } from "./constants";

/**
 * 1.5·2²³ or 1.5·2⁵²: added to a small number, it rounds that to a whole one, which the low bits of the sum then hold in two's
 * complement.
 */
@inline
export function wholeMagic<T>(): v128 {
  return splatBits<T>(0x4b40_0000, 0x4338_0000_0000_0000);
}

/** r²·P(r) + r = eʳ − 1 for r that {@link reducedExponent} leaves. */
@inline
export function expMinusOneOfReduced<T>(r: v128): v128 {
  let p: v128;
  if (sizeof<T>() == 4) {
    p = multiplyAdd<T>(splat<T>(0.0013814320554956794), r, splat<T>(0.00836885068565607));
    p = multiplyAdd<T>(p, r, splat<T>(0.041668400168418884));
    p = multiplyAdd<T>(p, r, splat<T>(0.1666651964187622));
    p = multiplyAdd<T>(p, r, splat<T>(0.4999999403953552));
  } else {
    p = multiplyAdd<T>(splat<T>(2.499985540729677e-8), r, splat<T>(2.7630523454242787e-7));
    p = multiplyAdd<T>(p, r, splat<T>(2.755758842997685e-6));
    p = multiplyAdd<T>(p, r, splat<T>(2.4801492388356134e-5));
    p = multiplyAdd<T>(p, r, splat<T>(0.00019841269502731754));
    p = multiplyAdd<T>(p, r, splat<T>(0.0013888888944249083));
    p = multiplyAdd<T>(p, r, splat<T>(0.008333333333496928));
    p = multiplyAdd<T>(p, r, splat<T>(0.0416666666665281));
    p = multiplyAdd<T>(p, r, splat<T>(0.16666666666666408));
    p = multiplyAdd<T>(p, r, splat<T>(0.5000000000000011));
  }
  return multiplyAdd<T>(v128.mul<T>(r, r), p, r);
}

/** n + {@link wholeMagic}, for n = x / ln 2 rounded to a whole number. */
@inline
export function exponentAndMagic<T>(x: v128): v128 {
  return multiplyAdd<T>(x, splat<T>(1.4426950408889634), wholeMagic<T>());
}

/** x − n·ln 2. */
@inline
export function reducedExponent<T>(x: v128, n: v128): v128 {
  if (sizeof<T>() == 4) {
    const r = multiplyAdd<T>(n, splat<T>(-0.693145751953125), x);
    return multiplyAdd<T>(n, splat<T>(-1.428606765330187e-6), r);
  }
  const r = multiplyAdd<T>(n, splat<T>(-0.6931471805601177), x);
  return multiplyAdd<T>(n, splat<T>(1.7239444525614835e-13), r);
}

/** 2ⁿ for n + {@link wholeMagic}, where 2ⁿ is a normal number. */
@inline
export function powerOfTwo<T>(nAndMagic: v128): v128 {
  if (sizeof<T>() == 4) return i32x4.shl(i32x4.add(nAndMagic, i32x4.splat(127)), 23);
  return i64x2.shl(i64x2.add(nAndMagic, i64x2.splat(1023)), 52);
}

/**
 * eˣ in every lane: at most 1.0 ulp off (measured on 600 million floats of all sizes), also for float64 (1.01; 2.3e-16).
 * Overflows to infinity and underflows through the denormal numbers to 0; NaN stays.
 */
@inline
export function expLanes<T>(x: v128): v128 {
  // Beyond these the results are infinity and 0 all the same. Of two operands, pmin and pmax take the first if one is NaN.
  x = v128.pmin<T>(x, splat<T>(sizeof<T>() == 4 ? 89 : 710));
  x = v128.pmax<T>(x, splat<T>(sizeof<T>() == 4 ? -104 : -746));
  const magic = wholeMagic<T>();
  const nAndMagic = exponentAndMagic<T>(x);
  const r = reducedExponent<T>(x, v128.sub<T>(nAndMagic, magic));
  const e = v128.add<T>(expMinusOneOfReduced<T>(r), splat<T>(1));
  // 2ⁿ may be too large or too small for a normal number, but its two halves are not. The bits are shifted as unsigned
  // ones, so n is made positive for the time of the division by two.
  let first: v128, second: v128;
  if (sizeof<T>() == 4) {
    const n = i32x4.sub(nAndMagic, i32x4.sub(magic, i32x4.splat(254)));
    first = i32x4.shr_u(n, 1);
    second = i32x4.shl(i32x4.sub(n, first), 23);
    first = i32x4.shl(first, 23);
  } else {
    const n = i64x2.sub(nAndMagic, i64x2.sub(magic, i64x2.splat(2046)));
    first = i64x2.shr_u(n, 1);
    second = i64x2.shl(i64x2.sub(n, first), 52);
    first = i64x2.shl(first, 52);
  }
  return v128.mul<T>(v128.mul<T>(e, first), second);
}
