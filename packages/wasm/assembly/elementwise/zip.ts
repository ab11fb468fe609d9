// The loop of the element-wise functions of two operands.

import { multiplyAdd } from "../lanes";
import { splat } from "./constants";
import {
  ceilTo, expMinusOneOfNegative, floorTo, powerLanes, powerOfLanes, remainderOfLanes, sigmoidLanes,
} from "./functions";
import { gather, scatter } from "./strided";

/** The operations. */
// prettier-ignore
export const enum Zip {
  add, mul, div, max, min, remainder, power, lerp, addMul, addDiv, tanhGradient, sigmoidGradient, thresholdGradient,
  absGradient, clampGradient, leakyReLUGradient, eluGradient, shrinkGradient, softPlusGradient, softSignGradient,
  logSigmoidGradient, sqrtGradient, powerGradient,
}

/** True when the destination is an operand too. */
@inline
function readsDestination(operation: Zip): bool {
  return operation == Zip.addMul || operation == Zip.addDiv;
}

@inline
function zipLanes<T>(operation: Zip, x: v128, y: v128, z: v128, a: v128, b: v128): v128 {
  if (operation == Zip.add) return multiplyAdd<T>(y, a, x);
  if (operation == Zip.mul) return v128.mul<T>(x, y);
  if (operation == Zip.div) return v128.div<T>(x, y);
  // If either is NaN, so is the result; of zeros with different signs the first wins.
  if (operation == Zip.max) return v128.bitselect(x, y, v128.or(v128.ge<T>(x, y), v128.ne<T>(x, x)));
  if (operation == Zip.min) return v128.bitselect(x, y, v128.or(v128.le<T>(x, y), v128.ne<T>(x, x)));
  if (operation == Zip.remainder) return remainderOfLanes<T>(x, y);
  if (operation == Zip.power) return powerOfLanes(x, y);
  if (operation == Zip.lerp) return multiplyAdd<T>(v128.sub<T>(y, x), a, x);
  if (operation == Zip.addMul) return multiplyAdd<T>(v128.mul<T>(a, x), y, z);
  if (operation == Zip.addDiv) return v128.add<T>(z, v128.div<T>(v128.mul<T>(a, x), y));
  const one = splat<T>(1);
  // 1 − y² as a product: nothing cancels where y is near 1.
  if (operation == Zip.tanhGradient) {
    return v128.mul<T>(x, v128.mul<T>(v128.sub<T>(one, y), v128.add<T>(one, y)));
  }
  if (operation == Zip.sigmoidGradient) return v128.mul<T>(v128.mul<T>(x, y), v128.sub<T>(one, y));
  if (operation == Zip.thresholdGradient) return v128.and(x, v128.gt<T>(y, a));
  if (operation == Zip.clampGradient) return v128.and(x, v128.and(v128.gt<T>(y, a), v128.lt<T>(y, b)));
  if (operation == Zip.shrinkGradient) return v128.and(x, v128.gt<T>(v128.abs<T>(y), a));
  const zero = splat<T>(0);
  if (operation == Zip.absGradient) return v128.bitselect(x, v128.neg<T>(x), v128.ge<T>(y, zero));
  if (operation == Zip.leakyReLUGradient) return v128.bitselect(x, v128.mul<T>(a, x), v128.gt<T>(y, zero));
  if (operation == Zip.eluGradient) {
    return v128.bitselect(x, v128.mul<T>(x, v128.add<T>(y, a)), v128.gt<T>(y, zero));
  }
  if (operation == Zip.softPlusGradient) {
    const scaled = v128.mul<T>(a, y);
    const below = v128.mul<T>(v128.neg<T>(x), expMinusOneOfNegative<T>(v128.neg<T>(scaled)));
    return v128.bitselect(x, below, v128.gt<T>(scaled, b));
  }
  if (operation == Zip.softSignGradient) {
    const size = v128.add<T>(one, v128.abs<T>(y));
    return v128.div<T>(x, v128.mul<T>(size, size));
  }
  if (operation == Zip.logSigmoidGradient) return v128.mul<T>(x, sigmoidLanes<T>(v128.neg<T>(y)));
  if (operation == Zip.sqrtGradient) {
    return v128.and(v128.div<T>(v128.mul<T>(splat<T>(0.5), x), y), v128.ne<T>(y, zero));
  }
  return v128.mul<T>(v128.mul<T>(x, a), powerLanes(y, b, b));
}

/** The first scalar, in the form that the operation wants. */
@inline
function firstScalar<T>(operation: Zip, a: f64): T {
  const bound =
    operation == Zip.thresholdGradient || operation == Zip.clampGradient || operation == Zip.shrinkGradient;
  return bound ? floorTo<T>(a) : <T>a;
}

/** The second scalar likewise. The gradient of a power takes the exponent of its power there. */
@inline
function secondScalar<T>(operation: Zip, a: f64, b: f64): v128 {
  if (operation == Zip.powerGradient) return f64x2.splat(a - 1);
  return v128.splat<T>(operation == Zip.clampGradient ? ceilTo<T>(b) : <T>b);
}

/** z ← f(x, y) for one constant operation: whole vectors while all operands are dense, then gathered ones. */
@inline
export function zip<T>(
  operation: Zip, count: isize, x: usize, xStride: isize, y: usize, yStride: isize, z: usize, zStride: isize, scalar: f64, second: f64,
): void {
  const a = v128.splat<T>(firstScalar<T>(operation, scalar));
  const b = secondScalar<T>(operation, scalar, second);
  const lanes: isize = 16 / sizeof<T>();
  if (xStride == 1 && yStride == 1 && zStride == 1) {
    for (; count >= lanes; count -= lanes) {
      const old = readsDestination(operation) ? v128.load(z) : a;
      v128.store(z, zipLanes<T>(operation, v128.load(x), v128.load(y), old, a, b));
      x += 16;
      y += 16;
      z += 16;
    }
  }
  xStride *= sizeof<T>();
  yStride *= sizeof<T>();
  zStride *= sizeof<T>();
  for (; count > 0; count -= lanes) {
    const last = count - 1;
    const old = readsDestination(operation) ? gather<T>(z, zStride, last) : a;
    const result = zipLanes<T>(operation, gather<T>(x, xStride, last), gather<T>(y, yStride, last), old, a, b);
    scatter<T>(z, zStride, last, result);
    x += lanes * xStride;
    y += lanes * yStride;
    z += lanes * zStride;
  }
}
