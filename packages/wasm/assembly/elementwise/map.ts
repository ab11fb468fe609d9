// The loop of the element-wise functions of one operand.

import { splat } from "./constants";
import { expLanes } from "./exp";
import { floorTo, log1pLanes, remainderLanes, roundLanes, sigmoidLanes, signLanes, tanhLanes } from "./functions";
import { logLanes } from "./log";
import { gather, scatter } from "./strided";

/** The operations. `square`, `cube` and `squareRootPower` are powers of 2, 3 and ½. */
// prettier-ignore
export const enum Map {
  copy, neg, abs, sign, addScalar, mulScalar, divScalar, scalarMinus, scalarOver, remainderScalar, clamp, threshold,
  square, cube, squareRootPower, sqrt, rsqrt, exp, log, log1p, tanh, sigmoid, floor, ceil, round, trunc, frac,
}

/** The first scalar in every lane, in the form that the operation wants. */
@inline
function firstScalar<T>(operation: Map, a: f64): v128 {
  if (operation == Map.remainderScalar) return f64x2.splat(a);
  if (operation == Map.threshold) return v128.splat<T>(floorTo<T>(a));
  return splat<T>(a);
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
  const b = splat<T>(second);
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
