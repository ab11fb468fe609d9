// Vectors whose elements lie apart. A vector at the end of a run may have fewer elements than lanes: `last` is the position
// of its last element, which the lanes beyond take as well. So nothing else is read or written, and what is written twice is
// the same twice.

/** Collects elements that are `stride` bytes apart, from position 0 to `last` at most. */
@inline
export function gather<T>(at: usize, stride: isize, last: isize): v128 {
  const second = at + (last > 0 ? stride : 0);
  if (sizeof<T>() == 8) return v128.load_lane<f64>(second, v128.load64_zero(at), 1);
  let lanes = v128.load_lane<f32>(second, v128.load32_zero(at), 1);
  lanes = v128.load_lane<f32>(at + min<isize>(2, last) * stride, lanes, 2);
  return v128.load_lane<f32>(at + min<isize>(3, last) * stride, lanes, 3);
}

/** Spreads elements `stride` bytes apart, from position 0 to `last` at most. */
@inline
export function scatter<T>(at: usize, stride: isize, last: isize, lanes: v128): void {
  const second = at + (last > 0 ? stride : 0);
  if (sizeof<T>() == 8) {
    v128.store_lane<f64>(at, lanes, 0);
    v128.store_lane<f64>(second, lanes, 1);
  } else {
    v128.store_lane<f32>(at, lanes, 0);
    v128.store_lane<f32>(second, lanes, 1);
    v128.store_lane<f32>(at + min<isize>(2, last) * stride, lanes, 2);
    v128.store_lane<f32>(at + min<isize>(3, last) * stride, lanes, 3);
  }
}
