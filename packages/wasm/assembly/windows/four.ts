/** Four float32 that are so many bytes apart. */
@inline
export function loadFour(from: usize, step: usize): v128 {
  if (step == 4) return v128.load(from);
  let four = v128.load32_zero(from);
  four = v128.load_lane<f32>(from + step, four, 1);
  four = v128.load_lane<f32>(from + 2 * step, four, 2);
  return v128.load_lane<f32>(from + 3 * step, four, 3);
}

/** Stores four float32 so many bytes apart. */
@inline
export function storeFour(to: usize, step: usize, four: v128): void {
  if (step == 4) {
    v128.store(to, four);
    return;
  }
  v128.store_lane<f32>(to, four, 0);
  v128.store_lane<f32>(to + step, four, 1);
  v128.store_lane<f32>(to + 2 * step, four, 2);
  v128.store_lane<f32>(to + 3 * step, four, 3);
}

/** The first two of four float32 as float64. */
@inline
export function firstTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(four);
}

/** The last two. */
@inline
export function lastTwo(four: v128): v128 {
  return f64x2.promote_low_f32x4(v128.shuffle<f32>(four, four, 2, 3, 2, 3));
}

/** Two pairs of float64, rounded to float32. */
@inline
export function rounded(first: v128, last: v128): v128 {
  return v128.shuffle<f32>(f32x4.demote_f64x2_zero(first), f32x4.demote_f64x2_zero(last), 0, 1, 4, 5);
}
