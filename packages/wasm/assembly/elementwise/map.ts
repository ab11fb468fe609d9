// The loop of the element-wise functions of one operand.

import { splat } from "./constants";
import { expLanes } from "./exp";
import {
  eluLanes, floorTo, hardShrinkLanes, log1pLanes, logSigmoidLanes, powerLanes, remainderLanes, roundLanes, sigmoidLanes,
  signLanes, softPlusLanes, softShrinkLanes, softSignLanes, tanhLanes,
} from "./functions";
import { logLanes } from "./log";
import { gather, scatter } from "./strided";

/** The operations. `square`, `cube` and `squareRootPower` are powers of 2, 3 and ½. */
// prettier-ignore
export const enum Map {
  copy, neg, abs, sign, addScalar, mulScalar, divScalar, scalarMinus, scalarOver, remainderScalar, clamp, threshold,
  leakyReLU, elu, hardShrink, softShrink, softPlus, softSign, square, cube, squareRootPower, power, sqrt, rsqrt, exp, log,
  log1p, tanh, sigmoid, logSigmoid, floor, ceil, round, trunc, frac,
}

/** The first scalar in every lane, in the form that the operation wants. */
@inline
function firstScalar<T>(operation: Map, a: f64): v128 {
  if (operation == Map.remainderScalar || operation == Map.power) return f64x2.splat(a);
  if (operation == Map.threshold || operation == Map.hardShrink) return v128.splat<T>(floorTo<T>(a));
  return splat<T>(a);
}

/** The second scalar likewise. To shrink softly takes its one scalar in two forms. */
@inline
function secondScalar<T>(operation: Map, a: f64, b: f64): v128 {
  return operation == Map.softShrink ? v128.splat<T>(floorTo<T>(a)) : splat<T>(b);
}

@inline
function mapLanes<T>(operation: Map, x: v128, a: v128, b: v128): v128 {
  if (operation == Map.copy) return x;
  if (operation == Map.neg) return v128.neg<T>(x);
  if (operation == Map.abs) return v128.abs<T>(x);
  if (operation == Map.sign) return signLanes<T>(x);
  if (operation == Map.addScalar) return v128.add<T>(x, a);
  if (operation == Map.mulScalar) return v128.mul<T>(x, a);
  if (operation == Map.divScalar) return v128.div<T>(x, a);
  if (operation == Map.scalarMinus) return v128.sub<T>(a, x);
  if (operation == Map.scalarOver) return v128.div<T>(a, x);
  if (operation == Map.remainderScalar) return remainderLanes<T>(x, a, a);
  if (operation == Map.clamp) return v128.min<T>(b, v128.max<T>(a, x));
  if (operation == Map.threshold) return v128.bitselect(x, b, v128.gt<T>(x, a));
  if (operation == Map.leakyReLU) return v128.bitselect(x, v128.mul<T>(a, x), v128.gt<T>(x, splat<T>(0)));
  if (operation == Map.elu) return eluLanes<T>(x, a);
  if (operation == Map.hardShrink) return hardShrinkLanes<T>(x, a);
  if (operation == Map.softShrink) return softShrinkLanes<T>(x, a, b);
  if (operation == Map.softPlus) return softPlusLanes<T>(x, a, b);
  if (operation == Map.softSign) return softSignLanes<T>(x);
  if (operation == Map.power) return powerLanes(x, a, a);
  if (operation == Map.square) return v128.mul<T>(x, x);
  if (operation == Map.cube) return v128.mul<T>(v128.mul<T>(x, x), x);
  if (operation == Map.squareRootPower) {
    // Unlike the square root, the power of -infinity is infinity, and that of -0 is 0.
    const infinity = splat<T>(Infinity);
    const root = v128.sqrt<T>(v128.add<T>(x, splat<T>(0)));
    return v128.bitselect(infinity, root, v128.eq<T>(x, splat<T>(-Infinity)));
  }
  if (operation == Map.sqrt) return v128.sqrt<T>(x);
  if (operation == Map.rsqrt) return v128.div<T>(splat<T>(1), v128.sqrt<T>(x));
  if (operation == Map.exp) return expLanes<T>(x);
  if (operation == Map.log) return logLanes<T>(x);
  if (operation == Map.log1p) return log1pLanes<T>(x);
  if (operation == Map.tanh) return tanhLanes<T>(x);
  if (operation == Map.sigmoid) return sigmoidLanes<T>(x);
  if (operation == Map.logSigmoid) return logSigmoidLanes<T>(x);
  if (operation == Map.floor) return v128.floor<T>(x);
  if (operation == Map.ceil) return v128.ceil<T>(x);
  if (operation == Map.round) return roundLanes<T>(x);
  if (operation == Map.trunc) return v128.trunc<T>(x);
  return v128.sub<T>(x, v128.trunc<T>(x));
}

/** y ← f(x) for one constant operation: whole vectors while both operands are dense, then gathered ones. */
@inline
export function map<T>(
  operation: Map, count: isize, x: usize, xStride: isize, y: usize, yStride: isize, first: f64, second: f64,
): void {
  const a = firstScalar<T>(operation, first);
  const b = secondScalar<T>(operation, first, second);
  const lanes: isize = 16 / sizeof<T>();
  if (xStride == 1 && yStride == 1) {
    for (; count >= lanes; count -= lanes) {
      v128.store(y, mapLanes<T>(operation, v128.load(x), a, b));
      x += 16;
      y += 16;
    }
  }
  xStride *= sizeof<T>();
  yStride *= sizeof<T>();
  for (; count > 0; count -= lanes) {
    const last = count - 1;
    scatter<T>(y, yStride, last, mapLanes<T>(operation, gather<T>(x, xStride, last), a, b));
    x += lanes * xStride;
    y += lanes * yStride;
  }
}

/** y ← a, dense. Zeros, whose bits are all 0, are what most of it is for. */
@inline
export function fill<T>(count: isize, y: usize, a: f64): void {
  const value = v128.splat<T>(<T>a);
  if (!v128.any_true(value)) {
    memory.fill(y, 0, <usize>count * sizeof<T>());
    return;
  }
  const lanes: isize = 16 / sizeof<T>();
  for (; count >= 4 * lanes; count -= 4 * lanes, y += 64) {
    v128.store(y, value);
    v128.store(y, value, 16);
    v128.store(y, value, 32);
    v128.store(y, value, 48);
  }
  for (; count > 0; count--, y += sizeof<T>()) store<T>(y, <T>a);
}
