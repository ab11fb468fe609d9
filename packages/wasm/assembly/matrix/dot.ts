import { multiplyAdd } from "../lanes";
import { lanesOf } from "./parts";

/** Elements whose products are added up in one sum. Managed operands come in pieces of this size. */
const PIECE: i32 = 4096;

/** Σ xᵢ·yᵢ of each piece, in double precision, to `sums`; element i is at `x + i·xStep`. */
@inline
export function sumsOfProducts<T>(count: i32, x: usize, xStep: usize, y: usize, yStep: usize, sums: usize): void {
  for (let i = 0; i < count; i += PIECE, x += PIECE * xStep, y += PIECE * yStep, sums += 8) {
    const size = min(PIECE, count - i);
    const dense = xStep == sizeof<T>() && yStep == sizeof<T>();
    store<f64>(sums, dense ? sumOfPiece<T>(true, size, x, xStep, y, yStep) : sumOfPiece<T>(false, size, x, xStep, y, yStep));
  }
}

/** Two vectors at a time; products of float32 are exact in double precision. `dense` is a constant. */
@inline
function sumOfPiece<T>(dense: bool, count: i32, x: usize, xStep: usize, y: usize, yStep: usize): f64 {
  const lanes = lanesOf<T>();
  let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
  let i = 0;
  for (; i <= count - 2 * lanes; i += 2 * lanes) {
    const x0 = dense ? v128.load(x) : gather<T>(x, xStep, lanes);
    const y0 = dense ? v128.load(y) : gather<T>(y, yStep, lanes);
    x += lanes * xStep;
    y += lanes * yStep;
    const x1 = dense ? v128.load(x) : gather<T>(x, xStep, lanes);
    const y1 = dense ? v128.load(y) : gather<T>(y, yStep, lanes);
    x += lanes * xStep;
    y += lanes * yStep;
    s0 = addLow<T>(x0, y0, s0);
    s2 = addLow<T>(x1, y1, s2);
    if (sizeof<T>() == 4) {
      s1 = addHigh(x0, y0, s1);
      s3 = addHigh(x1, y1, s3);
    }
  }
  for (; i < count; i += lanes, x += lanes * xStep, y += lanes * yStep) {
    const part = min(lanes, count - i);
    const xs = gather<T>(x, xStep, part), ys = gather<T>(y, yStep, part);
    s0 = addLow<T>(xs, ys, s0);
    if (sizeof<T>() == 4) s1 = addHigh(xs, ys, s1);
  }
  const sum = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

/** Adds the products of the first two lanes: of both, when they are float64. */
@inline
function addLow<T>(x: v128, y: v128, sum: v128): v128 {
  if (sizeof<T>() == 8) return multiplyAdd<f64>(x, y, sum);
  return multiplyAdd<f64>(f64x2.promote_low_f32x4(x), f64x2.promote_low_f32x4(y), sum);
}

/** Adds the products of the last two lanes of float32. */
@inline
function addHigh(x: v128, y: v128, sum: v128): v128 {
  return addLow<f32>(v128.shuffle<f64>(x, x, 1, 1), v128.shuffle<f64>(y, y, 1, 1), sum);
}

/** `count` evenly spaced elements in the first lanes, the others 0. */
function gather<T>(at: usize, step: usize, count: i32): v128 {
  if (sizeof<T>() == 8) {
    const first = v128.load64_zero(at);
    return count > 1 ? v128.load64_lane(at + step, first, 1) : first;
  }
  let lanes = v128.load32_zero(at);
  if (count > 1) lanes = v128.load32_lane(at + step, lanes, 1);
  if (count > 2) lanes = v128.load32_lane(at + 2 * step, lanes, 2);
  if (count > 3) lanes = v128.load32_lane(at + 3 * step, lanes, 3);
  return lanes;
}
