import { lanesOf, loadPart } from "./parts";

// Panels: for each p of the inner dimension, the elements of a few rows of A, or columns of B, beside each other.

/**
 * A panel whose elements for one p lie beside each other in the source too, at `from + p·step`. `width` is 2 to 8; what
 * is missing is filled with 0.
 */
export function packLines<T>(k: i32, width: i32, count: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>width * sizeof<T>();
  if (count == width) {
    if (bytes == 32) copyLines(2, 0, k, from, step, to);
    else if (bytes == 16) copyLines(1, 0, k, from, step, to);
    else if (bytes == 24) copyLines(1, 1, k, from, step, to);
    else copyLines(3, 0, k, from, step, to); // 48
    return;
  }
  const vectors = count / lanesOf<T>();
  const rest = count - vectors * lanesOf<T>();
  memory.fill(to, 0, <usize>k * bytes);
  for (let p = 0; p < k; p++, from += step, to += bytes) {
    let at: usize = 0;
    for (let v = 0; v < vectors; v++, at += 16) v128.store(to + at, v128.load(from + at));
    if (rest == 0) continue;
    const part = loadPart<T>(from + at, rest);
    // An odd vector may end beyond the panel's line: 6 rows of float32 are a vector and a half.
    if (at + 16 > bytes) v128.store64_lane(to + at, part, 0);
    else v128.store(to + at, part);
  }
}

/** Copies lines of so many vectors and halves of a vector, both constants. */
@inline
function copyLines(vectors: i32, halves: i32, k: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>(vectors * 16 + halves * 8);
  for (let p = 0; p < k; p++, from += step, to += bytes) {
    v128.store(to, v128.load(from));
    if (vectors > 1) v128.store(to, v128.load(from, 16), 16);
    if (vectors > 2) v128.store(to, v128.load(from, 32), 32);
    if (halves > 0) store<u64>(to, load<u64>(from, 16), 16);
  }
}

/**
 * A panel whose elements for one p lie in different lines of the source, at `from + i·step`: transposes, two lines at a
 * time. Lines that are not there are the last one again: what is computed from them is not stored.
 */
export function packColumns<T>(k: i32, width: i32, count: i32, from: usize, step: usize, to: usize): void {
  const bytes = <usize>width * sizeof<T>();
  for (let i = 0; i < width; i += 2, to += 2 * sizeof<T>()) {
    const first = from + <usize>min(i, count - 1) * step;
    const second = from + <usize>min(i + 1, count - 1) * step;
    packPair<T>(k, first, second, to, bytes);
  }
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
