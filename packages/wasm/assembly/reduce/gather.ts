// Evenly strided elements, side by side.

/** y ← x, dense. */
@inline
function gather<T>(count: i32, x: usize, xStride: i32, y: usize): void {
  const step = <usize>xStride << alignof<T>();
  for (; count >= 4; count -= 4, y += 4 * sizeof<T>()) {
    store<T>(y, load<T>(x));
    x += step;
    store<T>(y, load<T>(x), sizeof<T>());
    x += step;
    store<T>(y, load<T>(x), 2 * sizeof<T>());
    x += step;
    store<T>(y, load<T>(x), 3 * sizeof<T>());
    x += step;
  }
  for (; count > 0; count--, x += step, y += sizeof<T>()) store<T>(y, load<T>(x));
}

export function reduce_gather_f32(count: i32, x: usize, xStride: i32, y: usize): void {
  gather<f32>(count, x, xStride, y);
}
export function reduce_gather_f64(count: i32, x: usize, xStride: i32, y: usize): void {
  gather<f64>(count, x, xStride, y);
}
