import { lanesOf, loadPart } from "./parts";

// Panels: for each p of the inner dimension, the elements of a few rows of A, or columns of B, beside each other.

/**
 * A panel whose elements for one p lie beside each other in the source too, at `from + p·step`. `width` is that of
 * the panel: 3 rows of A, or whole vectors of columns of B; what is missing is filled with 0.
 */
export function packLines<T>(k: i32, width: i32, count: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>width * sizeof<T>();
  if (count == width) {
    if (bytes == 12) copyLines(0, 1, 1, k, from, step, to);
    else if (bytes == 16) copyLines(1, 0, 0, k, from, step, to);
    else if (bytes == 24) copyLines(1, 1, 0, k, from, step, to);
    else if (bytes == 32) copyLines(2, 0, 0, k, from, step, to);
    else copyLines(3, 0, 0, k, from, step, to);
    return;
  }
  memory.fill(to, 0, <usize>k * bytes);
  for (let p = 0; p < k; p++, from += step, to += bytes) {
    for (let i = 0; i < count; i++) {
      const at = <usize>i * sizeof<T>();
      store<T>(to + at, load<T>(from + at));
    }
  }
}

/** Copies lines of so many vectors, halves and quarters of a vector, all constants. */
@inline
function copyLines(vectors: i32, halves: i32, quarters: i32, k: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>(vectors * 16 + halves * 8 + quarters * 4);
  for (let p = 0; p < k; p++, from += step, to += bytes) {
    if (vectors > 0) v128.store(to, v128.load(from));
    if (vectors > 1) v128.store(to, v128.load(from, 16), 16);
    if (vectors > 2) v128.store(to, v128.load(from, 32), 32);
    if (halves > 0) store<u64>(to + vectors * 16, load<u64>(from + vectors * 16));
    if (quarters > 0) store<u32>(to, load<u32>(from, 8), 8);
  }
}

/**
 * A panel whose elements for one p lie in different lines of the source, at `from + i·step`: transposes, two lines at a
 * time. Lines that are not there are the last one again: what is computed from them is not stored.
 */
export function packColumns<T>(k: i32, width: i32, count: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>width * sizeof<T>();
  let i = 0;
  for (; i < width - 1; i += 2, to += 2 * sizeof<T>()) {
    const first = from + <usize>min(i, count - 1) * step;
    const second = from + <usize>min(i + 1, count - 1) * step;
    packPair<T>(k, first, second, to, bytes);
  }
  if (i == width) return;
  from += <usize>min(i, count - 1) * step;
  for (let p = 0; p < k; p++, from += sizeof<T>(), to += bytes) store<T>(to, load<T>(from));
}

@inline
function packPair<T>(k: i32, x: usize, y: usize, to: usize, bytes: usize): void {
  let p = 0;
  if (sizeof<T>() == 4) {
    for (; p < k - 3; p += 4, x += 16, y += 16, to += 4 * bytes) {
      const xs = v128.load(x), ys = v128.load(y);
      const low = v128.shuffle<f32>(xs, ys, 0, 4, 1, 5), high = v128.shuffle<f32>(xs, ys, 2, 6, 3, 7);
      v128.store64_lane(to, low, 0);
      v128.store64_lane(to + bytes, low, 1);
      v128.store64_lane(to + 2 * bytes, high, 0);
      v128.store64_lane(to + 3 * bytes, high, 1);
    }
  } else {
    for (; p < k - 1; p += 2, x += 16, y += 16, to += 2 * bytes) {
      const xs = v128.load(x), ys = v128.load(y);
      v128.store(to, v128.shuffle<f64>(xs, ys, 0, 2));
      v128.store(to + bytes, v128.shuffle<f64>(xs, ys, 1, 3));
    }
  }
  for (; p < k; p++, x += sizeof<T>(), y += sizeof<T>(), to += bytes) {
    store<T>(to, load<T>(x));
    store<T>(to, load<T>(y), sizeof<T>());
  }
}
