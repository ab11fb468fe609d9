import { loadPart, storePart } from "./parts";

// Rows that are chosen by their numbers, as a lookup table does. Strides are in elements, indices 32-bit integers.

/** y[i] ← x[indices[i]] or, with `add`, y[indices[i]] ← y[indices[i]] + x[i], one row after the other. */
@inline
function chosen<T>(
  add: bool,
  count: i32,
  size: i32,
  indices: usize,
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
): void {
  const lanes: i32 = 16 / sizeof<T>();
  const zero = v128.splat<T>(0);
  for (let i = 0; i < count; i++, indices += 4) {
    const index = <usize>load<i32>(indices);
    let from = x + (((add ? <usize>i : index) * <usize>xStride) << alignof<T>());
    let to = y + (((add ? index : <usize>i) * <usize>yStride) << alignof<T>());
    for (let j = size; j > 0; j -= lanes, from += 16, to += 16) {
      const some = min(j, lanes);
      let row = loadPart<T>(from, some, zero);
      if (add) row = v128.add<T>(loadPart<T>(to, some, zero), row);
      storePart<T>(to, row, some);
    }
  }
}

export function gather_rows_f32(
  count: i32,
  size: i32,
  indices: usize,
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
): void {
  chosen<f32>(false, count, size, indices, x, xStride, y, yStride);
}
export function gather_rows_f64(
  count: i32,
  size: i32,
  indices: usize,
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
): void {
  chosen<f64>(false, count, size, indices, x, xStride, y, yStride);
}

export function scatter_add_rows_f32(
  count: i32,
  size: i32,
  indices: usize,
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
): void {
  chosen<f32>(true, count, size, indices, x, xStride, y, yStride);
}
export function scatter_add_rows_f64(
  count: i32,
  size: i32,
  indices: usize,
  x: usize,
  xStride: i32,
  y: usize,
  yStride: i32,
): void {
  chosen<f64>(true, count, size, indices, x, xStride, y, yStride);
}
