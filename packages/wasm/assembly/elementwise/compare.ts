// The loops of the comparisons. Masks are bytes: 1 for true, 0 for false.

import { splat } from "./constants";
import { ceilTo, floorTo } from "./functions";
import { gather } from "./strided";

/** The comparisons. */
// prettier-ignore
export const enum Comparison { lt, le, gt, ge, eq, ne }

/**
 * The scalar in every lane. A scalar that is no float32 is replaced by one that compares alike with every float32; nothing
 * equals it, so for equality it becomes NaN.
 */
@inline
function comparedScalar<T>(comparison: Comparison, a: f64): v128 {
  if (comparison == Comparison.gt || comparison == Comparison.le) return v128.splat<T>(floorTo<T>(a));
  if (comparison == Comparison.lt || comparison == Comparison.ge) return v128.splat<T>(ceilTo<T>(a));
  return splat<T>(<f64><T>a == a ? a : NaN);
}

/** All bits of the lanes where x compares so with y. */
@inline
function compareLanes<T>(comparison: Comparison, x: v128, y: v128): v128 {
  if (comparison == Comparison.lt) return v128.lt<T>(x, y);
  if (comparison == Comparison.le) return v128.le<T>(x, y);
  if (comparison == Comparison.gt) return v128.gt<T>(x, y);
  if (comparison == Comparison.ge) return v128.ge<T>(x, y);
  if (comparison == Comparison.eq) return v128.eq<T>(x, y);
  return v128.ne<T>(x, y);
}

/** Compares four elements. The second operand is in memory, or `scalar` when it has none (address 0). */
@inline
function compareFour<T>(comparison: Comparison, x: usize, y: usize, hasY: bool, scalar: v128): v128 {
  if (sizeof<T>() == 4) return compareLanes<T>(comparison, v128.load(x), hasY ? v128.load(y) : scalar);
  const low = compareLanes<T>(comparison, v128.load(x), hasY ? v128.load(y) : scalar);
  const high = compareLanes<T>(comparison, v128.load(x, 16), hasY ? v128.load(y, 16) : scalar);
  return v128.shuffle<u32>(low, high, 0, 2, 4, 6);
}

/** mask ← comparison of x with y or with a scalar, for one constant comparison. */
@inline
function compareWith<T>(
  comparison: Comparison, count: isize, x: usize, xStride: isize, y: usize, yStride: isize, hasY: bool, scalar: v128,
  mask: usize, maskStride: isize,
): void {
  const lanes: isize = 16 / sizeof<T>();
  // Sixteen elements make a vector of mask bytes.
  if (xStride == 1 && (!hasY || yStride == 1) && maskStride == 1) {
    for (; count >= 16; count -= 16) {
      const four: usize = 4 * sizeof<T>();
      const first = compareFour<T>(comparison, x, y, hasY, scalar);
      const second = compareFour<T>(comparison, x + four, y + four, hasY, scalar);
      const third = compareFour<T>(comparison, x + 2 * four, y + 2 * four, hasY, scalar);
      const fourth = compareFour<T>(comparison, x + 3 * four, y + 3 * four, hasY, scalar);
      const low = i16x8.narrow_i32x4_s(first, second);
      const high = i16x8.narrow_i32x4_s(third, fourth);
      v128.store(mask, v128.and(i8x16.narrow_i16x8_s(low, high), i8x16.splat(1)));
      x += 4 * four;
      y += 4 * four;
      mask += 16;
    }
  }
  xStride *= sizeof<T>();
  yStride *= sizeof<T>();
  for (; count > 0; count -= lanes) {
    const last = count - 1;
    const other = hasY ? gather<T>(y, yStride, last) : scalar;
    const result = compareLanes<T>(comparison, gather<T>(x, xStride, last), other);
    let bits = sizeof<T>() == 4 ? i32x4.bitmask(result) : i64x2.bitmask(result);
    for (let i: isize = min(lanes, count); i > 0; i--) {
      store<u8>(mask, bits & 1);
      bits >>= 1;
      mask += maskStride;
    }
    x += lanes * xStride;
    y += lanes * yStride;
  }
}

@inline
export function compareScalar<T>(
  comparison: Comparison, count: isize, x: usize, xStride: isize, mask: usize, maskStride: isize, a: f64,
): void {
  const scalar = comparedScalar<T>(comparison, a);
  compareWith<T>(comparison, count, x, xStride, 0, 0, false, scalar, mask, maskStride);
}

@inline
export function compare<T>(
  comparison: Comparison, count: isize, x: usize, xStride: isize, y: usize, yStride: isize, mask: usize, maskStride: isize,
): void {
  compareWith<T>(comparison, count, x, xStride, y, yStride, true, splat<T>(0), mask, maskStride);
}
