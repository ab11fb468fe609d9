import { loadPair } from "../reduce/pairs";

// Sums over the channels of a dense block `[outer, channels, inner]`, in double precision and in the order that the plain
// functions add in: a product and a sum are never fused.
//
// They compute `channels` of `all` channels: addresses are those of the first one.

/** x, or (x − a)·(y − b) with `products`. */
@inline
function term<T>(products: bool, x: usize, a: v128, y: usize, b: v128): v128 {
  if (!products) return loadPair<T>(x);
  return f64x2.mul(f64x2.sub(loadPair<T>(x), a), f64x2.sub(loadPair<T>(y), b));
}

@inline
function run<T>(products: bool, count: i32, x: usize, a: f64, y: usize, b: f64): f64 {
  const pair: usize = 2 * sizeof<T>();
  let total: f64 = 0;
  if (count >= 8) {
    const as = f64x2.splat(a), bs = f64x2.splat(b);
    let s0 = f64x2.splat(0), s1 = s0, s2 = s0, s3 = s0;
    for (; count >= 8; count -= 8, x += 4 * pair, y += 4 * pair) {
      s0 = f64x2.add(s0, term<T>(products, x, as, y, bs));
      s1 = f64x2.add(s1, term<T>(products, x + pair, as, y + pair, bs));
      s2 = f64x2.add(s2, term<T>(products, x + 2 * pair, as, y + 2 * pair, bs));
      s3 = f64x2.add(s3, term<T>(products, x + 3 * pair, as, y + 3 * pair, bs));
    }
    s0 = f64x2.add(f64x2.add(s0, s1), f64x2.add(s2, s3));
    total = f64x2.extract_lane(s0, 0) + f64x2.extract_lane(s0, 1);
  }
  for (; count > 0; count--, x += sizeof<T>(), y += sizeof<T>()) {
    total += products ? (<f64>load<T>(x) - a) * (<f64>load<T>(y) - b) : <f64>load<T>(x);
  }
  return total;
}

/** Adds one element of each of two channels to their totals. */
@inline
function addPair<T>(products: bool, x: usize, means: usize, y: usize, otherMeans: usize, totals: usize): void {
  const a = products ? v128.load(means) : f64x2.splat(0);
  const b = products && otherMeans != 0 ? v128.load(otherMeans) : f64x2.splat(0);
  v128.store(totals, f64x2.add(v128.load(totals), term<T>(products, x, a, y, b)));
}

/**
 * totals ← totals + Σ x or, with `products`, Σ (x − mean)·(y − other mean) of each channel; without other means, they are 0.
 */
@inline
function sums<T>(
  products: bool, outer: i32, channels: i32, all: i32, inner: i32, x: usize, means: usize, y: usize, otherMeans: usize,
  totals: usize,
): void {
  const bytes = <usize>inner << alignof<T>();
  const others = <usize>(all - channels) * bytes;
  for (; outer > 0; outer--) {
    let c = 0;
    if (inner == 1) {
      for (; c <= channels - 2; c += 2, x += 2 * bytes, y += 2 * bytes) {
        const at = <usize>c << 3;
        addPair<T>(products, x, means + at, y, otherMeans == 0 ? 0 : otherMeans + at, totals + at);
      }
    }
    for (; c < channels; c++, x += bytes, y += bytes) {
      const at = <usize>c << 3;
      const a = products ? load<f64>(means + at) : 0;
      const b = products && otherMeans != 0 ? load<f64>(otherMeans + at) : 0;
      store<f64>(totals + at, load<f64>(totals + at) + run<T>(products, inner, x, a, y, b));
    }
    x += others;
    y += others;
  }
}

export function channel_sums_f32(outer: i32, channels: i32, all: i32, inner: i32, x: usize, totals: usize): void {
  sums<f32>(false, outer, channels, all, inner, x, 0, x, 0, totals);
}
export function channel_sums_f64(outer: i32, channels: i32, all: i32, inner: i32, x: usize, totals: usize): void {
  sums<f64>(false, outer, channels, all, inner, x, 0, x, 0, totals);
}

/** Σ (x − mean)² */
export function channel_squares_f32(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, means: usize, totals: usize,
): void {
  sums<f32>(true, outer, channels, all, inner, x, means, x, means, totals);
}
export function channel_squares_f64(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, means: usize, totals: usize,
): void {
  sums<f64>(true, outer, channels, all, inner, x, means, x, means, totals);
}

/** Σ (x − mean)·y */
export function channel_products_f32(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, means: usize, y: usize, totals: usize,
): void {
  sums<f32>(true, outer, channels, all, inner, x, means, y, 0, totals);
}
export function channel_products_f64(
  outer: i32, channels: i32, all: i32, inner: i32, x: usize, means: usize, y: usize, totals: usize,
): void {
  sums<f64>(true, outer, channels, all, inner, x, means, y, 0, totals);
}
